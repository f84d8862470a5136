package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.ServerRules;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.secret.SecretText;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes of settings and secrets what a client needs, or says what stands against it. */
final class AccessReader {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private static final Path POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private final Function<SecretReference, Optional<SecretText>> secrets;
  private final ServerRules rules;
  private final KubernetesSerialization yaml;

  AccessReader(
      Function<SecretReference, Optional<SecretText>> secrets,
      ServerRules rules,
      KubernetesSerialization yaml) {
    this.secrets = secrets;
    this.rules = rules;
    this.yaml = yaml;
  }

  /** Reads secrets and, where allowed, files; makes no connection. */
  Access read(ConnectionSettings settings) throws UnusableConnectionException {
    if (settings.insecureTls() && !rules.allowsInsecureTls()) {
      throw new UnusableConnectionException(
          "The connection is to trust any certificate, which is refused: paste the certificate of"
              + " the authority instead, or have the server's administrator set"
              + " allow.insecure-tls=true in app-of-apps.properties (for tests only).");
    }
    SignIn signIn = settings.signIn();
    if (signIn instanceof SignIn.Kubeconfig kubeconfig) {
      String text = secret(kubeconfig.text(), "kubeconfig");
      Kubeconfig.Selected selected =
          Kubeconfig.parse(text, yaml).select(kubeconfig.context(), rules);
      return new KubeconfigAccess(rules, yaml).of(selected, settings);
    }
    if (signIn instanceof SignIn.InCluster) {
      return inCluster(settings);
    }
    URI server =
        settings
            .server()
            .orElseThrow(
                () ->
                    new UnusableConnectionException(
                        "The connection has no server: give the address of the API server, for"
                            + " instance https://api.example.com:6443 (kubectl cluster-info)."));
    return access(settings, server, tokens(signIn), identity(signIn));
  }

  private BearerTokens tokens(SignIn signIn) throws UnusableConnectionException {
    if (signIn instanceof SignIn.Token) {
      return new TokenPair(tokenTexts(signIn));
    }
    if (signIn instanceof SignIn.TokenFile file) {
      return new FileToken(file(file.path(), "The token file"));
    }
    return BearerTokens.NONE;
  }

  /** The tokens of a sign-in by token, in their order; one missing of two is left out. */
  List<String> tokenTexts(SignIn signIn) throws UnusableConnectionException {
    List<String> found = new ArrayList<>();
    for (SecretReference reference : signIn.secrets()) {
      Optional<String> text = secrets.apply(reference).map(SecretText::reveal).map(String::strip);
      if (text.isPresent() && !SecretShape.isToken(text.get())) {
        throw new UnusableConnectionException(
            "The token \""
                + reference.name()
                + "\" holds blanks or line breaks: paste the token alone, in one line.");
      }
      text.ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw missing(signIn.secrets().get(0), "token");
    }
    return found;
  }

  private Optional<Access.Identity> identity(SignIn signIn) throws UnusableConnectionException {
    return signIn instanceof SignIn.ClientCertificate pair
        ? Optional.of(Pem.identity(pair.certificate(), secret(pair.privateKey(), "private key")))
        : Optional.empty();
  }

  private Access inCluster(ConnectionSettings settings) throws UnusableConnectionException {
    String host = System.getenv("KUBERNETES_SERVICE_HOST");
    String port = System.getenv("KUBERNETES_SERVICE_PORT");
    if (host == null || port == null || !Files.exists(POD.resolve("token"))) {
      throw new UnusableConnectionException(
          "Confluence does not run in a Kubernetes pod with a service account here: choose another"
              + " sign-in, or set automountServiceAccountToken for the pod.");
    }
    String address = "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    List<X509Certificate> authorities =
        Pem.certificates(text(POD.resolve("ca.crt"), "The pod's ca.crt"), "The pod's ca.crt");
    Access access =
        access(
            settings, URI.create(address), new FileToken(POD.resolve("token")), Optional.empty());
    return new Access(
        access.server(),
        access.authorities().isEmpty() ? authorities : access.authorities(),
        access.insecureTls(),
        access.proxy(),
        access.tokens(),
        access.identity(),
        access.impersonation());
  }

  private static Access access(
      ConnectionSettings settings,
      URI server,
      BearerTokens tokens,
      Optional<Access.Identity> identity)
      throws UnusableConnectionException {
    List<X509Certificate> authorities =
        settings.caCertificates().isPresent()
            ? Pem.certificates(settings.caCertificates().get(), "The CA certificate")
            : List.of();
    return checked(
        new Access(
            server,
            authorities,
            settings.insecureTls(),
            settings.proxy(),
            tokens,
            identity,
            settings.impersonation()));
  }

  /** The access, when its addresses are web addresses and no secret travels in clear. */
  static Access checked(Access access) throws UnusableConnectionException {
    if (WebAddress.parse(access.server().toString()).isEmpty()) {
      throw new UnusableConnectionException(
          "The server must be a plain http:// or https:// address, for instance"
              + " https://api.example.com:6443.");
    }
    if (access.proxy().isPresent()) {
      URI proxy = access.proxy().get();
      boolean plain =
          "http".equalsIgnoreCase(proxy.getScheme())
              && proxy.getHost() != null
              && proxy.getPort() > 0;
      if (!plain) {
        throw new UnusableConnectionException(
            "The proxy must be an http:// address with a port, for instance"
                + " http://proxy.example.com:3128.");
      }
    }
    boolean https = "https".equals(access.server().getScheme().toLowerCase(Locale.ROOT));
    if (!https && !LOOPBACK.matcher(access.server().getHost()).matches()) {
      throw new UnusableConnectionException(
          "The server's address begins with http://, so that credentials would travel in clear: use"
              + " https:// (http:// is for this machine only, for instance kubectl proxy).");
    }
    return access;
  }

  private String secret(SecretReference reference, String what) throws UnusableConnectionException {
    return secrets
        .apply(reference)
        .map(SecretText::reveal)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> missing(reference, what));
  }

  private static UnusableConnectionException missing(SecretReference reference, String what) {
    return new UnusableConnectionException(
        "The "
            + what
            + " \""
            + reference.name()
            + "\" is missing or cannot be decrypted: enter it again.");
  }

  private Path file(String path, String what) throws UnusableConnectionException {
    return file(path, what, rules);
  }

  /** The absolute path, where files are allowed at all. */
  static Path file(String path, String what, ServerRules rules) throws UnusableConnectionException {
    if (!rules.allowsFiles()) {
      throw new UnusableConnectionException(
          what
              + " may not be read: have the server's administrator set allow.files=true in"
              + " app-of-apps.properties, or choose another sign-in.");
    }
    try {
      Path file = Path.of(path);
      if (file.isAbsolute()) {
        return file.normalize();
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw new UnusableConnectionException(what + " must be an absolute path.");
  }

  /** The text of a file that is no secret by itself. */
  static String text(Path file, String what) throws UnusableConnectionException {
    try {
      if (Files.size(file) > 1 << 20) {
        throw new UnusableConnectionException(what + " is larger than 1 MiB.");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableConnectionException(
          what
              + " cannot be read: check that the file exists and that Confluence's own account may"
              + " read it.");
    }
  }
}
