package io.appofapps.confluence.promotion.splice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appofapps.confluence.promotion.splice.UnspliceableException.Why;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {

  private static final String MANIFEST =
      """
      # who may change this: team payments
      spec:
        source:
          targetRevision: 2.8.6   # released on Friday
          helm: {parameters: [{name: image.tag, value: "2.8.6"}]}
          other: 'it''s'
      """;

  @Test
  void keepsCommentsAndSpaces() throws Exception {
    assertThat(replaced(MANIFEST, "2.9.1", "spec", "source", "targetRevision"))
        .isEqualTo(MANIFEST.replace("targetRevision: 2.8.6 ", "targetRevision: 2.9.1 "));
  }

  @Test
  void keepsQuotes() throws Exception {
    assertThat(replaced(MANIFEST, "2.9.1", "spec", "source", "helm", "parameters", 0, "value"))
        .isEqualTo(MANIFEST.replace("\"2.8.6\"", "\"2.9.1\""));
    assertThat(replaced(MANIFEST, "isn't", "spec", "source", "other"))
        .isEqualTo(MANIFEST.replace("'it''s'", "'isn''t'"));
  }

  @Test
  void keepsLineEndsMarkAndCharactersOfFourBytes() throws Exception {
    String text = "\uFEFFa: \uD83D\uDE80 # \uD83D\uDE80\r\nb: 1.2.3\r\n---\r\nb: 9.9.9";
    assertThat(replaced(text, "1.2.4", "b")).isEqualTo(text.replace("1.2.3", "1.2.4"));
    YamlText yaml = YamlText.parse(text.getBytes(UTF_8));
    assertThat(yaml.size()).isEqualTo(2);
    assertThat(new String(yaml.replace(1, YamlPath.of("b"), "10.0.0"), UTF_8))
        .isEqualTo(text.replace("9.9.9", "10.0.0"));
  }

  /** The parser would read in portions of 1024. */
  @Test
  void readsCharactersOfFourBytesWhereverTheyLie() throws Exception {
    for (int length = 1_000; length < 1_030; length++) {
      String text = "a: 1.2.3 #" + "x".repeat(length) + "\uD83D\uDE80".repeat(600);
      assertThat(replaced(text, "1.2.4", "a")).isEqualTo(text.replace("1.2.3", "1.2.4"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.10",
        "1e3",
        "0123",
        "true",
        "null",
        "no",
        "0x1f",
        "12:30",
        "2026-11-24",
        "1_000",
        ".5",
        "~",
        "sha256:0",
        "a: b",
        "a #b",
        "- a",
        "{a}",
        "&a",
        "*a",
        "%a",
        "@a",
        "`a",
        "a:",
        "",
        "ü\u00e9"
      })
  void whatWouldBeReadAsAnythingElseIsQuoted(String value) throws Exception {
    if (value.isEmpty()) {
      assertThat(why("a: b", "", "a")).isEqualTo(Why.NOT_A_LINE);
      return;
    }
    String edited = replaced("a: 1.2.3 # c\n", value, "a");
    assertThat(loaded(edited)).isEqualTo(Map.of("a", value));
    assertThat(edited).endsWith(" # c\n");
  }

  @Test
  void replacesInsideTextThatIsItselfYaml() throws Exception {
    String text =
        "helm:\n  values: |\n    # tags\n    image:\n      tag: 1.0.0 # now\n\n    replicas: 3\n  x: y\n";
    assertThat(
            new String(
                YamlText.parse(text.getBytes(UTF_8))
                    .replaceWithin(
                        0, YamlPath.of("helm", "values"), YamlPath.of("image", "tag"), "1.1.0"),
                UTF_8))
        .isEqualTo(text.replace("1.0.0", "1.1.0"));
  }

  @Test
  void foldedTextIsNotTouched() throws Exception {
    YamlText folded = YamlText.parse("values: >\n  tag: 1.0.0\n".getBytes(UTF_8));
    UnspliceableException refused =
        catchThrowableOfType(
            UnspliceableException.class,
            () -> folded.replaceWithin(0, YamlPath.of("values"), YamlPath.of("tag"), "2"));
    assertThat(refused.why()).isEqualTo(Why.NOT_A_LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a: &v 1.0\\nb: *v; b; SHARED",
        "a: &v 1.0\\nb: *v; a; SHARED",
        "a: &v 1.0; a; SHARED",
        "a: 1\\na: 2; a; DUPLICATE_KEY",
        "a: {{ .Values.a }}; a; NOT_YAML",
        "{{- if .x }}\\na: 1\\n{{- end }}; a; NOT_YAML",
        "a: |\\n  1; a; NOT_A_LINE",
        "a: [1]; a; NOT_A_LINE",
        "a: 1; b; ABSENT",
        "a: one\\n  two; a; NOT_A_LINE"
      })
  void refusesWhatItCannotChangeAlone(String text, String key, Why why) {
    assertThat(why(text.replace("\\n", "\n"), "2.0.0", key)).isEqualTo(why);
  }

  @Test
  void aMergedMappingIsShared() {
    String text = "base: &base {tag: 1.0.0}\nprod:\n  <<: *base\n";
    assertThat(why(text, "2.0.0", "base", "tag")).isEqualTo(Why.SHARED);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    UnspliceableException refused =
        catchThrowableOfType(
            UnspliceableException.class, () -> YamlText.parse(new byte[] {(byte) 0xC3, 0x28}));
    assertThat(refused.why()).isEqualTo(Why.NOT_YAML);
  }

  private static Object loaded(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static String replaced(String text, String value, Object... path) throws Exception {
    return new String(
        YamlText.parse(text.getBytes(UTF_8)).replace(0, YamlPath.of(path), value), UTF_8);
  }

  private static Why why(String text, String value, Object... path) {
    return catchThrowableOfType(UnspliceableException.class, () -> replaced(text, value, path))
        .why();
  }
}
