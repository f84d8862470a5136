package io.appofapps.confluence.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.configuration.HookSettings.Sender;
import io.appofapps.confluence.secret.SecretText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {

  /** Secret, body and signature of GitHub's page "Validating webhook deliveries". */
  private static final String SECRET = "It's a Secret to Everybody";

  private static final String SIGNED =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  private static boolean genuine(Sender sender, Map<String, String> headers, String secret)
      throws IOException {
    return Delivery.isGenuine(
        sender,
        headers::get,
        new ByteArrayInputStream("Hello, World!".getBytes(StandardCharsets.UTF_8)),
        Optional.ofNullable(secret).map(SecretText::new));
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB, X-Hub-Signature-256,"
        + " sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    "BITBUCKET, X-Hub-Signature,"
        + " sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17",
    "GITLAB, X-Gitlab-Token, It's a Secret to Everybody",
    "ARGOCD, X-Aoa-Token, It's a Secret to Everybody"
  })
  void eachSenderSignsInItsWay(Sender sender, String header, String value) throws IOException {
    assertThat(genuine(sender, Map.of(header, value), SECRET)).isTrue();
    assertThat(genuine(sender, Map.of(header, value), SECRET + "x")).isFalse();
    assertThat(genuine(sender, Map.of(header, value.substring(1)), SECRET)).isFalse();
    assertThat(genuine(sender, Map.of(header, ""), SECRET)).isFalse();
    assertThat(genuine(sender, Map.of("X-Other", value), SECRET)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Sender.class)
  void withoutAStoredSecretNothingIsGenuine(Sender sender) throws IOException {
    Map<String, String> all =
        Map.of(
            "X-Hub-Signature-256",
            SIGNED,
            "X-Hub-Signature",
            SIGNED,
            "X-Gitlab-Token",
            "",
            "X-Aoa-Token",
            "");
    assertThat(genuine(sender, all, null)).isFalse();
    assertThat(genuine(sender, all, "")).isFalse();
  }

  @Test
  void aBodyWithoutEndIsNotReadToItsEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatThrownBy(
            () ->
                Delivery.isGenuine(
                    Sender.GITHUB, name -> SIGNED, endless, Optional.of(new SecretText("x"))))
        .isInstanceOf(Delivery.TooLongException.class);
  }
}
