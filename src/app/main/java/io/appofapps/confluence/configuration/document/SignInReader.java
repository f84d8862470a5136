package io.appofapps.confluence.configuration.document;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.secret.SecretText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sign-ins, and collects the secrets given in clear. A secret is {@code {secret: name}} for
 * one that is stored, or {@code {value: text}} for one to be stored under the id of the connection
 * or repository and the field's own name. In a form, where a person cannot know what is stored, an
 * empty or missing secret means the one of that name.
 */
final class SignInReader {

  private static final int LONGEST_SECRET = 256 * 1024;

  private static final String NEEDED =
      "needs {secret: …}, the name of a stored secret, or {value: …}, the secret itself";

  private final boolean form;
  private final Map<SecretReference, SecretText> secrets = new LinkedHashMap<>();

  SignInReader(boolean form) {
    this.form = form;
  }

  Map<SecretReference, SecretText> secrets() {
    return secrets;
  }

  SignIn read(Part part, String connection) {
    SignIn signIn = byKind(part, connection);
    part.refuseOthers();
    return signIn;
  }

  RepositorySettings.SignIn ofRepository(Part part, String repository) {
    Optional<RepositorySettings.SshKey> ssh =
        part.has("ssh") ? Optional.of(ssh(part.object("ssh"), repository)) : Optional.empty();
    // with a key a token is only for pull requests
    boolean token = ssh.isEmpty() || isGiven(part, "token");
    RepositorySettings.SignIn signIn =
        new RepositorySettings.SignIn(
            part.required("user", "name the account that the token or the key is of"),
            token
                ? Optional.of(secret(part, "token", repository + ".git-token"))
                : Optional.empty(),
            ssh);
    part.refuseOthers();
    return signIn;
  }

  /** What the deliveries of the promotions' webhook are signed with. */
  SecretReference ofWebhook(Part part) {
    return secret(part, "secret", "promotion.webhook-secret");
  }

  private RepositorySettings.SshKey ssh(Part part, String repository) {
    RepositorySettings.SshKey ssh =
        new RepositorySettings.SshKey(
            secret(part, "key", repository + ".git-key"),
            isGiven(part, "passphrase")
                ? Optional.of(secret(part, "passphrase", repository + ".git-passphrase"))
                : Optional.empty(),
            part.required(
                "knownHosts", "paste the host's line of a known_hosts file (ssh-keyscan HOST)"));
    part.refuseOthers();
    return ssh;
  }

  /** What deliveries of a hook are signed with. */
  SecretReference ofHook(Part part, String hook) {
    return secret(part, "secret", hook + ".hook-secret");
  }

  private SignIn byKind(Part part, String connection) {
    String kind = part.text("kind").orElse("");
    return switch (kind) {
      case "token" ->
          new SignIn.Token(
              secret(part, "token", connection + ".token"),
              isGiven(part, "secondToken")
                  ? Optional.of(secret(part, "secondToken", connection + ".second-token"))
                  : Optional.empty());
      case "tokenFile" ->
          new SignIn.TokenFile(part.required("path", "write the absolute path of the file"));
      case "certificate" ->
          new SignIn.ClientCertificate(
              part.required("certificate", "paste the client certificate as PEM"),
              secret(part, "privateKey", connection + ".private-key"));
      case "kubeconfig" ->
          new SignIn.Kubeconfig(
              secret(part, "kubeconfig", connection + ".kubeconfig"), part.text("context"));
      case "inCluster" -> new SignIn.InCluster();
      default -> {
        part.error("kind", "must be one of token, tokenFile, certificate, kubeconfig, inCluster");
        yield new SignIn.InCluster();
      }
    };
  }

  /** A form sends every field it has; an empty second token is none. */
  private boolean isGiven(Part part, String name) {
    if (!form || !part.hasObject(name)) {
      return part.has(name);
    }
    Part inner = part.object(name);
    return inner.text("value").isPresent() || inner.text("secret").isPresent();
  }

  private SecretReference secret(Part part, String name, String ownName) {
    SecretReference own = new SecretReference(ownName);
    if (!part.hasObject(name)) {
      if (part.has(name) || !form) {
        part.error(name, NEEDED);
      }
      return own;
    }
    Part inner = part.object(name);
    Optional<String> stored = inner.text("secret");
    Optional<String> value = inner.text("value");
    if (form) {
      inner.refuseOthers("present", "expires");
    } else {
      inner.refuseOthers();
    }
    if (value.isEmpty()) {
      if (stored.isEmpty() && !form) {
        part.error(name, NEEDED);
      }
      return stored.map(SecretReference::new).orElse(own);
    }
    if (stored.isPresent() && !stored.get().equals(ownName)) {
      part.error(name, "has both secret and value: give one of them");
    }
    if (value.get().length() > LONGEST_SECRET) {
      part.error(name, "is longer than a secret can be");
    }
    secrets.put(own, new SecretText(value.get()));
    return own;
  }
}
