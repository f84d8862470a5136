package io.appofapps.confluence.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n",
        "-",
        "–",
        "\u200b",
        "\u200f\u202e",
        "<no value>",
        "\"\"",
        "|",
        "…"
      })
  void aTextThatSaysNothingIsMissing(String blank) {
    assertThat(Value.of(blank)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "https://example.com/a ! https://example.com/a ! https://example.com/a",
        "HTTP://example.com ! HTTP://example.com ! HTTP://example.com",
        "Runbook|https://example.com/r ! Runbook ! https://example.com/r",
        "Runbook | https://example.com/r ! Runbook ! https://example.com/r",
        "|https://example.com/r ! https://example.com/r ! https://example.com/r",
        "url:https://git.example.com/x ! https://git.example.com/x ! https://git.example.com/x",
        "team@example.com ! team@example.com ! mailto:team@example.com",
        "mailto:team@example.com ! team@example.com ! mailto:team@example.com",
        "Team Orange|mailto:team@example.com ! Team Orange ! mailto:team@example.com",
      })
  void addressesLeadSomewhere(String written, String text, String address) {
    assertThat(Value.of(written))
        .hasValueSatisfying(
            value -> {
              assertThat(value.text()).isEqualTo(text);
              assertThat(value.address()).contains(address);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Team Orange",
        "/relative/runbook",
        "runbook.html",
        "//example.com/x",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "Click|javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://",
        "https:///x",
        "https://user:secret@example.com/",
        "https://example.com/a b",
        "https://example.com/\"onmouseover=alert(1)",
        "java\nscript:alert(1)",
        "mailto:a@example.com?bcc=b@example.com",
        "ftp://example.com/x"
      })
  void whatIsNoSafeAddressStaysText(String written) {
    assertThat(Value.of(written))
        .hasValueSatisfying(
            value -> {
              assertThat(value.address()).isEmpty();
              assertThat(value.text()).isEqualTo(written);
            });
  }

  @Test
  void tenThousandCharactersAreCutWithAMark() {
    assertThat(Value.of("a".repeat(10_000)).orElseThrow().text())
        .hasSize(Value.LONGEST)
        .endsWith("a…");
    assertThat(Value.of("https://example.com/" + "a".repeat(10_000)).orElseThrow().address())
        .isEmpty();
  }

  @Test
  void aLongAddressIsCutForTheEyeOnly() {
    String address = "https://example.com/" + "a".repeat(1_000);
    Value value = Value.of(address).orElseThrow();
    assertThat(value.address()).contains(address);
    assertThat(value.text()).hasSize(Value.LONGEST).endsWith("…");
  }

  @Property
  void noTextBreaksACharacterOrLeadsAnywhereElse(@ForAll String head, @ForAll String tail) {
    Value.of(head + "🟠".repeat(200) + tail)
        .ifPresent(
            value -> {
              assertThat(value.text().length()).isLessThanOrEqualTo(Value.LONGEST);
              assertThat(value.address().orElse("https://")).matches("(?is)(https?://|mailto:).*");
              int mark = value.text().length() - 2;
              if (value.text().endsWith("…")) {
                assertThat(Character.isHighSurrogate(value.text().charAt(mark))).isFalse();
              }
            });
  }
}
