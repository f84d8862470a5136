package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.RepositorySettings;
import java.util.List;
import java.util.Optional;

/** The section {@code repositories}. */
final class RepositoryDocument {

  private RepositoryDocument() {}

  static RepositorySettings read(Part part, SignInReader signIns) {
    String id = part.required("id", "give the repository a short name of its own");
    RepositorySettings repository =
        new RepositorySettings(
            id,
            part.required("url", "name the https address of the Git repository"),
            part.text("stories").orElse(RepositorySettings.JIRA_KEYS),
            part.has("signIn")
                ? Optional.of(signIns.ofRepository(part.object("signIn"), id))
                : Optional.empty());
    part.refuseOthers();
    return repository;
  }

  static ArrayNode write(List<RepositorySettings> repositories) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (RepositorySettings repository : repositories) {
      ObjectNode node = array.addObject();
      node.put("id", repository.id());
      node.put("url", repository.url());
      node.put("stories", repository.stories());
      repository
          .signIn()
          .ifPresent(
              signIn ->
                  node.putObject("signIn")
                      .put("user", signIn.user())
                      .putObject("token")
                      .put("secret", signIn.token().name()));
    }
    return array;
  }
}
