package io.appofapps.devhost.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of {@link CanaryIT} can find something. */
class CanaryTest {

  private static final String SECRET = "canary/one+51e0c7>>?9a";
  private static final List<Canary> CANARIES = List.of(new Canary("one", SECRET));

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "Bearer "})
  void aPlantedSecretIsFoundInEveryFormWhereverItStands(String before) {
    String text = before + SECRET + "after";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(found(text)).isTrue();
    assertThat(found("{\"a\":\"" + text.replace("/", "\\/") + "\"}")).isTrue();
    assertThat(found("?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))).isTrue();
    assertThat(found(HexFormat.of().formatHex(bytes))).isTrue();
    assertThat(found("x " + Base64.getEncoder().encodeToString(bytes))).isTrue();
    assertThat(found("x " + Base64.getUrlEncoder().encodeToString(bytes))).isTrue();
  }

  @Test
  void otherTextIsNotTakenForIt() {
    assertThat(found("canary/one, canary/two+51e0c7, a token")).isFalse();
  }

  private static boolean found(String text) {
    return !Canary.in(text, CANARIES).isEmpty();
  }
}
