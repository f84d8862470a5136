package io.appofapps.confluence.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator is told of the layers below HTTP (fault row 8). */
class ConnectionTestNetworkTest {

  @TempDir Path folder;

  private final TestRules rules = new TestRules();
  private final TestConfiguration configuration = new TestConfiguration();
  private HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void anUnknownAuthorityIsNamedWithWhatToPaste() throws Exception {
    serve(new Certificates(folder).selfSigned("cluster-ca", "ip:127.0.0.1"));
    ConnectionTestResult result = test(Optional.empty());

    assertThat(result.layer()).isEqualTo(Layer.TLS);
    assertThat(result.message()).contains("issued by CN=cluster-ca", "Java does not know");
    assertThat(result.remedy()).contains("Paste the PEM text", "certificate-authority-data");
  }

  @Test
  void row08_theWrongAuthorityIsNamed() throws Exception {
    Certificates certificates = new Certificates(folder);
    serve(certificates.selfSigned("right", "ip:127.0.0.1"));
    String other = Certificates.certificate(certificates.selfSigned("wrong", ""));
    ConnectionTestResult result = test(Optional.of(other));

    assertThat(result.layer()).isEqualTo(Layer.TLS);
    assertThat(result.message()).contains("issued by CN=right", "not the CA certificate");
  }

  @Test
  void row08_anExpiredCertificateIsNamedWithItsDate() throws Exception {
    Certificates certificates = new Certificates(folder);
    KeyStore authority = certificates.selfSigned("authority", "");
    serve(certificates.signed("authority", "old", "-20d", 10));
    ConnectionTestResult result = test(Optional.of(Certificates.certificate(authority)));

    assertThat(result.layer()).isEqualTo(Layer.TLS);
    assertThat(result.message()).contains("CN=old expired on", "UTC");
    assertThat(result.remedy()).contains("renew");
  }

  @Test
  void aCertificateOfTheFutureSendsToTheClocks() throws Exception {
    Certificates certificates = new Certificates(folder);
    KeyStore authority = certificates.selfSigned("authority", "");
    serve(certificates.signed("authority", "early", "+5d", 10));
    ConnectionTestResult result = test(Optional.of(Certificates.certificate(authority)));

    assertThat(result.layer()).isEqualTo(Layer.TLS);
    assertThat(result.message()).contains("valid only from");
    assertThat(result.remedy()).contains("clocks");
  }

  @Test
  void row08_aWrongNameIsToldWithTheNamesOfTheCertificate() throws Exception {
    KeyStore store =
        new Certificates(folder).selfSigned("named", "dns:api.example.com,dns:kubernetes");
    serve(store);
    ConnectionTestResult result = test(Optional.of(Certificates.certificate(store)));

    assertThat(result.layer()).isEqualTo(Layer.TLS);
    assertThat(result.message()).contains("not for 127.0.0.1", "api.example.com, kubernetes");
  }

  @Test
  void whatSpeaksNoTlsIsSaidToBeNone() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(
              () -> {
                try (Socket caller = plain.accept()) {
                  byte[] hello = new byte[1];
                  assertThat(caller.getInputStream().read(hello)).isPositive();
                  byte[] refusal = "HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII);
                  caller.getOutputStream().write(refusal);
                  caller.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      ConnectionTestResult result =
          test("https://127.0.0.1:" + plain.getLocalPort(), Optional.empty());

      assertThat(result.layer()).isEqualTo(Layer.TLS);
      assertThat(result.message()).contains("does not speak TLS");
      assertThat(answer.isCompletedExceptionally()).isFalse();
    }
  }

  @Test
  void aTrustedServerThatIsNoApiServerIsToldApart() throws Exception {
    KeyStore store = new Certificates(folder).selfSigned("web", "ip:127.0.0.1");
    serve(store);
    ConnectionTestResult result = test(Optional.of(Certificates.certificate(store)));

    assertThat(result.layer()).isEqualTo(Layer.ARGOCD);
    assertThat(result.message()).contains("not a Kubernetes API server");
  }

  @Test
  void aRefusedConnectionIsOfTheTcpLayer() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    ConnectionTestResult result = test("https://127.0.0.1:" + closed, Optional.empty());

    assertThat(result.layer()).isEqualTo(Layer.TCP);
    assertThat(result.message()).contains("127.0.0.1:" + closed, "refuses");
  }

  @Test
  void aNameWithoutAddressIsOfTheDnsLayer() {
    ConnectionTestResult result = test("https://no-such-host.invalid:6443", Optional.empty());

    assertThat(result.layer()).isEqualTo(Layer.DNS);
    assertThat(result.message()).contains("no-such-host.invalid", "cannot be resolved");
  }

  @Test
  void aMetadataAddressIsRefused() {
    ConnectionTestResult result = test("https://169.254.169.254", Optional.empty());

    assertThat(result.layer()).isEqualTo(Layer.DNS);
    assertThat(result.remedy()).contains("refused");
  }

  @Test
  void settingsThatCannotBeUsedAreToldFirst() {
    ConnectionTestResult missing =
        new ConnectionTest(rules)
            .test(settings("https://127.0.0.1:1", Optional.empty()), reference -> Optional.empty());
    assertThat(missing.layer()).isEqualTo(Layer.CONFIGURATION);
    assertThat(missing.message()).contains("default.token", "missing");

    ConnectionTestResult damaged = test("https://127.0.0.1:1", Optional.of("no PEM"));
    assertThat(damaged.layer()).isEqualTo(Layer.CONFIGURATION);
    assertThat(damaged.message()).contains("BEGIN CERTIFICATE");
  }

  private void serve(KeyStore store) throws Exception {
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(Certificates.context(store)));
    https.start();
    server = https;
  }

  private ConnectionTestResult test(Optional<String> ca) {
    return test("https://127.0.0.1:" + server.getAddress().getPort(), ca);
  }

  private ConnectionTestResult test(String address, Optional<String> ca) {
    configuration.secret("default.token", "secret-token");
    ConnectionTestResult result =
        new ConnectionTest(rules).test(settings(address, ca), configuration.secrets::find);
    assertThat(result.toString()).doesNotContain("secret-token").doesNotContain("Exception");
    return result;
  }

  private static ConnectionSettings settings(String address, Optional<String> ca) {
    return new ConnectionSettings(
        "default",
        "Test",
        Optional.of(URI.create(address)),
        ca,
        false,
        Optional.empty(),
        new SignIn.Token(TestConfiguration.reference("default.token"), Optional.empty()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false);
  }
}
