package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.secret.SecretText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {

  private static final String PLAIN =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: one, cluster: {server: "https://one:6443"}}, {name: two, cluster: {server: "https://two:6443"}}]
      users: [{name: u, user: {token: secret-token}}]
      contexts: [{name: c1, context: {cluster: one, user: u}}, {name: c2, context: {cluster: two, user: u}}]
      current-context: c1
      """;

  private final TestRules rules = new TestRules();

  @Test
  void theCurrentContextCountsUnlessOneIsNamed() throws Exception {
    assertThat(read(PLAIN, Optional.empty()).cluster().getServer()).isEqualTo("https://one:6443");
    assertThat(read(PLAIN, Optional.of("c2")).cluster().getServer()).isEqualTo("https://two:6443");
    assertThat(read(PLAIN, Optional.empty()).user().getToken()).isEqualTo("secret-token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token: secret-token | exec: {apiVersion: v1, command: sh} | starts a program",
        "token: secret-token | auth-provider: {name: gcp}          | auth-provider",
        "token: secret-token | tokenFile: /etc/passwd              | other files",
        "token: secret-token | client-certificate: /a              | other files",
        "token: secret-token | client-key: /a                      | other files",
        "server: \"https://one:6443\" | server: \"https://one:6443\", certificate-authority: /a | other files",
        "server: \"https://one:6443\" | server: \"https://one:6443\", tls-server-name: x | tls-server-name",
        "current-context: c1          | current-context: nowhere           | no context"
      })
  void whatIsRefusedIsNamedWithoutSecrets(String part, String instead, String reason) {
    String text = PLAIN.replace(part, instead);
    assertThat(text).isNotEqualTo(PLAIN);

    assertThatThrownBy(() -> read(text, Optional.empty()))
        .isInstanceOf(UnusableConnectionException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("secret-token");
  }

  @Test
  void textThatIsNoYamlIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> read("{secret-token: [", Optional.empty()))
        .isInstanceOf(UnusableConnectionException.class)
        .hasMessageContaining("not valid")
        .hasMessageNotContaining("secret-token");
  }

  @Test
  void contextsAreOfferedWithWhatStandsAgainstThem() {
    String text = PLAIN.replace("token: secret-token", "exec: {apiVersion: v1, command: sh}");
    KubeconfigContexts contexts = new KubeconfigContexts(rules);
    KubeconfigContexts.Offer refused = contexts.read(new SecretText(text));

    assertThat(refused.current()).contains("c1");
    assertThat(refused.contexts()).extracting(c -> c.name()).containsExactly("c1", "c2");
    assertThat(refused.contexts()).allMatch(c -> c.problem().contains("allow.exec=true"));
    rules.exec = true;
    assertThat(contexts.read(new SecretText(text)).contexts()).allMatch(c -> c.problem().isEmpty());
    assertThat(contexts.read(new SecretText("[")).problem()).contains("not valid YAML");
  }

  private Kubeconfig.Selected read(String text, Optional<String> context) throws Exception {
    return Kubeconfig.parse(text, ClientFactory.serialization()).select(context, rules);
  }
}
