package io.appofapps.confluence.configuration;

import java.util.List;
import java.util.Optional;

/** How a connection signs in to its API server. */
public sealed interface SignIn {

  /** The secrets it needs, in the order they are tried. */
  List<SecretReference> secrets();

  /**
   * Bearer tokens. Two may be live at once, so that they can be rotated without a gap: when the
   * server refuses one (401), the other is tried.
   */
  record Token(SecretReference token, Optional<SecretReference> secondToken) implements SignIn {
    @Override
    public List<SecretReference> secrets() {
      return secondToken.map(second -> List.of(token, second)).orElse(List.of(token));
    }
  }

  /** A bearer token in a file on the server, read again when it changes and after a 401. */
  record TokenFile(String path) implements SignIn {
    @Override
    public List<SecretReference> secrets() {
      return List.of();
    }
  }

  /** A client certificate: PEM chain, and PEM of the private key as a secret. */
  record ClientCertificate(String certificate, SecretReference privateKey) implements SignIn {
    @Override
    public List<SecretReference> secrets() {
      return List.of(privateKey);
    }
  }

  /** The text of a kubeconfig; empty context means its current one. */
  record Kubeconfig(SecretReference text, Optional<String> context) implements SignIn {
    @Override
    public List<SecretReference> secrets() {
      return List.of(text);
    }
  }

  /** The service account of the pod that Confluence runs in. */
  record InCluster() implements SignIn {
    @Override
    public List<SecretReference> secrets() {
      return List.of();
    }
  }
}
