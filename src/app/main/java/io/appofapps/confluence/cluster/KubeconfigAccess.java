package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.ConnectionSettings.Impersonation;
import io.appofapps.confluence.configuration.ServerRules;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The access that a kubeconfig's context describes; the connection's own settings go first. */
final class KubeconfigAccess {

  private final ServerRules rules;
  private final KubernetesSerialization yaml;

  KubeconfigAccess(ServerRules rules, KubernetesSerialization yaml) {
    this.rules = rules;
    this.yaml = yaml;
  }

  Access of(Kubeconfig.Selected selected, ConnectionSettings settings)
      throws UnusableConnectionException {
    boolean insecure = Boolean.TRUE.equals(selected.cluster().getInsecureSkipTlsVerify());
    if (insecure && !rules.allowsInsecureTls()) {
      throw new UnusableConnectionException(
          "The kubeconfig trusts any certificate (insecure-skip-tls-verify), which is refused: put"
              + " certificate-authority-data into it, or have the server's administrator set"
              + " allow.insecure-tls=true in app-of-apps.properties (for tests only).");
    }
    return AccessReader.checked(
        new Access(
            settings.server().isPresent()
                ? settings.server().get()
                : address(selected.cluster().getServer(), "server"),
            authorities(selected.cluster(), settings),
            insecure || settings.insecureTls(),
            proxy(selected.cluster(), settings),
            tokens(selected.user()),
            identity(selected.user()),
            settings.impersonation().or(() -> impersonation(selected.user()))));
  }

  private static URI address(String text, String what) throws UnusableConnectionException {
    try {
      return URI.create(Objects.requireNonNullElse(text, "").strip());
    } catch (IllegalArgumentException e) {
      throw new UnusableConnectionException("The kubeconfig's " + what + " is not an address.");
    }
  }

  private static Optional<URI> proxy(Cluster cluster, ConnectionSettings settings)
      throws UnusableConnectionException {
    if (settings.proxy().isPresent() || isEmpty(cluster.getProxyUrl())) {
      return settings.proxy();
    }
    return Optional.of(address(cluster.getProxyUrl(), "proxy-url"));
  }

  private List<X509Certificate> authorities(Cluster cluster, ConnectionSettings settings)
      throws UnusableConnectionException {
    if (settings.caCertificates().isPresent()) {
      return Pem.certificates(settings.caCertificates().get(), "The CA certificate");
    }
    Optional<String> pem =
        part(
            cluster.getCertificateAuthorityData(),
            cluster.getCertificateAuthority(),
            "certificate-authority");
    return pem.isPresent()
        ? Pem.certificates(pem.get(), "The kubeconfig's certificate-authority")
        : List.of();
  }

  private BearerTokens tokens(AuthInfo user) throws UnusableConnectionException {
    if (!isEmpty(user.getToken())) {
      String token = user.getToken().strip();
      if (!SecretShape.isToken(token)) {
        throw new UnusableConnectionException("The kubeconfig's token holds blanks.");
      }
      return new TokenPair(List.of(token));
    }
    if (!isEmpty(user.getTokenFile())) {
      return new FileToken(
          AccessReader.file(user.getTokenFile(), "The kubeconfig's tokenFile", rules));
    }
    if (user.getExec() != null) {
      if (isEmpty(user.getExec().getCommand())) {
        throw new UnusableConnectionException("The kubeconfig's exec names no command.");
      }
      return new ExecToken(user.getExec(), yaml, Clock.systemUTC());
    }
    return BearerTokens.NONE;
  }

  private Optional<Access.Identity> identity(AuthInfo user) throws UnusableConnectionException {
    Optional<String> certificate =
        part(user.getClientCertificateData(), user.getClientCertificate(), "client-certificate");
    Optional<String> key = part(user.getClientKeyData(), user.getClientKey(), "client-key");
    if (certificate.isPresent() != key.isPresent()) {
      throw new UnusableConnectionException(
          "The kubeconfig has only one of client certificate and client key: put both into it.");
    }
    return certificate.isPresent()
        ? Optional.of(Pem.identity(certificate.get(), key.get()))
        : Optional.empty();
  }

  private static Optional<Impersonation> impersonation(AuthInfo user) {
    return isEmpty(user.getAs())
        ? Optional.empty()
        : Optional.of(
            new Impersonation(
                user.getAs(), Objects.requireNonNullElse(user.getAsGroups(), List.of())));
  }

  /** Embedded data first, as kubectl has it; a file only where the rules allow it. */
  private Optional<String> part(String data, String file, String what)
      throws UnusableConnectionException {
    if (!isEmpty(data)) {
      try {
        return Optional.of(
            new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new UnusableConnectionException(
            "The kubeconfig's " + what + "-data is not base64: copy it again.");
      }
    }
    if (isEmpty(file)) {
      return Optional.empty();
    }
    String name = "The kubeconfig's " + what;
    return Optional.of(AccessReader.text(AccessReader.file(file, name, rules), name));
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }
}
