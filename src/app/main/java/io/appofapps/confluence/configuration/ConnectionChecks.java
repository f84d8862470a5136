package io.appofapps.confluence.configuration;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of one connection. */
final class ConnectionChecks {

  private static final int LONGEST_PEM = 256 * 1024;
  private static final int MOST_NAMES = 500;
  private static final Pattern NAMESPACE = Findings.ID;

  private final Findings findings;

  ConnectionChecks(Findings findings) {
    this.findings = findings;
  }

  void check(ConnectionSettings settings) {
    findings.id("id", settings.id());
    findings.line("name", settings.name(), 200);
    findings.unless(
        settings.server().isPresent() || bringsServer(settings.signIn()),
        "server",
        "is missing: write the address of the API server, for instance"
            + " https://api.example.com:6443");
    settings.server().ifPresent(this::server);
    settings.caCertificates().ifPresent(pem -> certificates("ca", pem));
    settings.proxy().ifPresent(this::proxy);
    settings.argoCdUrl().ifPresent(this::argoCd);
    settings.impersonation().ifPresent(this::impersonation);
    findings.shapes(
        "namespaces",
        settings.namespaces(),
        MOST_NAMES,
        NAMESPACE,
        "must be the name of a namespace: lower-case letters, digits and hyphens");
    signIn(settings.signIn());
  }

  private static boolean bringsServer(SignIn signIn) {
    return signIn instanceof SignIn.Kubeconfig || signIn instanceof SignIn.InCluster;
  }

  private void server(URI server) {
    findings.unless(
        Findings.isPlainAddress(server) && Findings.isGuarded(server),
        "server",
        "must be an https:// address without user, query or fragment, for instance"
            + " https://api.example.com:6443 (http:// only for this machine)");
  }

  private void proxy(URI proxy) {
    findings.unless(
        Findings.isPlainAddress(proxy)
            && "http".equalsIgnoreCase(proxy.getScheme())
            && proxy.getPort() > 0,
        "proxy",
        "must be an http:// address with a port and without a user, for instance"
            + " http://proxy.example.com:3128");
  }

  private void argoCd(URI url) {
    boolean web =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    findings.unless(
        Findings.isPlainAddress(url) && web,
        "argoCdUrl",
        "must be an http:// or https:// address without user, query or fragment, for instance"
            + " https://argocd.example.com");
  }

  private void impersonation(ConnectionSettings.Impersonation as) {
    findings.line("impersonate.user", as.user(), 255);
    findings.atMost("impersonate.groups", as.groups().size(), MOST_NAMES);
    for (int i = 0; i < as.groups().size(); i++) {
      findings.line("impersonate.groups[" + i + "]", as.groups().get(i), 255);
    }
  }

  private void signIn(SignIn signIn) {
    if (signIn instanceof SignIn.Token token) {
      findings.secret("signIn.token", token.token());
      token.secondToken().ifPresent(second -> findings.secret("signIn.secondToken", second));
      findings.unless(
          token.secondToken().filter(token.token()::equals).isEmpty(),
          "signIn.secondToken",
          "is the first token again: leave it out, or name another secret");
    } else if (signIn instanceof SignIn.TokenFile file) {
      findings.line("signIn.path", file.path(), Findings.LONG);
    } else if (signIn instanceof SignIn.ClientCertificate pair) {
      certificates("signIn.certificate", pair.certificate());
      findings.secret("signIn.privateKey", pair.privateKey());
    } else if (signIn instanceof SignIn.Kubeconfig kubeconfig) {
      findings.secret("signIn.kubeconfig", kubeconfig.text());
      Optional<String> context = kubeconfig.context();
      context.ifPresent(name -> findings.line("signIn.context", name, 255));
    }
  }

  private void certificates(String field, String pem) {
    if (pem.length() > LONGEST_PEM) {
      findings.unless(false, field, "is longer than a list of certificates can be");
    } else {
      findings.unless(
          isCertificates(pem),
          field,
          "holds no certificate that can be read: paste PEM, from -----BEGIN CERTIFICATE----- to"
              + " -----END CERTIFICATE-----, and no private key");
    }
  }

  private static boolean isCertificates(String pem) {
    if (pem.contains("PRIVATE KEY")) {
      return false;
    }
    try {
      byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes))
          .isEmpty();
    } catch (CertificateException e) {
      return false;
    }
  }
}
