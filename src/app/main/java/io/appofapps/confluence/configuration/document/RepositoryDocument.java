package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.Host;
import io.appofapps.confluence.configuration.RepositorySettings.Review;
import io.appofapps.confluence.configuration.SecretReference;
import java.util.List;
import java.util.Optional;

/** The section {@code repositories}. */
final class RepositoryDocument {

  private static final String DIRECT = "direct";
  private static final String PULL_REQUEST = "pull-request";

  private RepositoryDocument() {}

  static RepositorySettings read(Part part, SignInReader signIns) {
    String id = part.required("id", "give the repository a short name of its own");
    RepositorySettings repository =
        new RepositorySettings(
            id,
            part.required("url", "name the https or ssh address of the Git repository"),
            part.text("stories").orElse(RepositorySettings.JIRA_KEYS),
            part.has("signIn")
                ? Optional.of(signIns.ofRepository(part.object("signIn"), id))
                : Optional.empty(),
            review(part));
    part.refuseOthers();
    return repository;
  }

  private static Optional<Review> review(Part part) {
    String change = part.text("change").orElse(DIRECT);
    boolean named = part.text("host").isPresent();
    Optional<String> apiUrl = part.text("apiUrl");
    if (change.equals(PULL_REQUEST)) {
      return Optional.of(new Review(part.word("host", Host.class, Optional.empty()), apiUrl));
    }
    if (!change.equals(DIRECT)) {
      part.error("change", "must be direct or pull-request");
    } else if (named || apiUrl.isPresent()) {
      part.error(named ? "host" : "apiUrl", "is only for change: pull-request");
    }
    return Optional.empty();
  }

  static ArrayNode write(List<RepositorySettings> repositories) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (RepositorySettings repository : repositories) {
      ObjectNode node = array.addObject();
      node.put("id", repository.id());
      node.put("url", repository.url());
      node.put("stories", repository.stories());
      node.put("change", repository.review().isPresent() ? PULL_REQUEST : DIRECT);
      repository
          .review()
          .ifPresent(
              review -> {
                node.put("host", Words.of(review.host()));
                review.apiUrl().ifPresent(url -> node.put("apiUrl", url));
              });
      repository.signIn().ifPresent(signIn -> write(signIn, node.putObject("signIn")));
    }
    return array;
  }

  private static void write(RepositorySettings.SignIn signIn, ObjectNode node) {
    node.put("user", signIn.user());
    signIn.token().ifPresent(token -> put(node, "token", token));
    signIn
        .ssh()
        .ifPresent(
            ssh -> {
              ObjectNode inner = node.putObject("ssh");
              put(inner, "key", ssh.key());
              ssh.passphrase().ifPresent(passphrase -> put(inner, "passphrase", passphrase));
              inner.put("knownHosts", ssh.knownHosts());
            });
  }

  private static void put(ObjectNode node, String name, SecretReference secret) {
    node.putObject(name).put("secret", secret.name());
  }
}
