package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.secret.SecretText;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds a secret prints none, so that no log line or message made of it can. */
class SecretsInTextsTest {

  private static final String SECRET = "canary-7f3a9c";
  private static final String KUBECONFIG =
      """
      clusters:
      - name: c
        cluster: {server: "https://127.0.0.1:6443", proxy-url: "http://me:%1$s@127.0.0.1:3128"}
      users: [{name: u, user: {token: %1$s}}]
      contexts: [{name: x, context: {cluster: c, user: u}}]
      current-context: x
      """
          .formatted(SECRET);

  @Test
  void whatAKubeconfigSelectsPrintsNoSecret() throws Exception {
    Kubeconfig.Selected selected =
        Kubeconfig.parse(KUBECONFIG, ClientFactory.serialization())
            .select(Optional.empty(), new TestRules());

    assertThat(selected.user().getToken()).isEqualTo(SECRET);
    assertThat(selected.toString()).doesNotContain(SECRET);
  }

  @Test
  void accessPrintsNeitherTokensNorThePasswordOfTheProxy() {
    Access access =
        new Access(
            URI.create("https://127.0.0.1:6443"),
            List.of(),
            false,
            Optional.of(URI.create("http://me:" + SECRET + "@127.0.0.1:3128")),
            new TokenPair(List.of(SECRET)),
            Optional.empty(),
            Optional.empty());

    assertThat(access.tokens().current()).contains(SECRET);
    assertThat(access.toString()).contains("127.0.0.1:6443").doesNotContain(SECRET);
  }

  @Test
  void tokensAndDraftsPrintNoSecret(@TempDir Path folder) throws IOException {
    FileToken file = new FileToken(Files.writeString(folder.resolve("token"), SECRET));
    SecretText text = new SecretText(SECRET);

    assertThat(file.current()).contains(SECRET);
    assertThat(file.toString()).doesNotContain(SECRET);
    assertThat(new TokenPair(List.of(SECRET)).toString()).doesNotContain(SECRET);
    assertThat(text.toString()).doesNotContain(SECRET);
    assertThat(new Draft<>("", Map.of(new SecretReference("a.token"), text)).toString())
        .doesNotContain(SECRET);
  }

  @Test
  void whatIsLoggedOfAnErrorQuotesNoServer() {
    Throwable echo =
        new KubernetesClientException(
            "500: you sent Bearer " + SECRET, new IOException("Bearer " + SECRET));

    assertThat(Failure.types(echo)).isEqualTo("KubernetesClientException < IOException");
  }
}
