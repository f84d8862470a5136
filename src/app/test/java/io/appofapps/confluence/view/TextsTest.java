package io.appofapps.confluence.view;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.tree.NodeFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that the sources ask for exists in both languages, and none is left over. */
class TextsTest {

  private static final Path JAVA = Path.of("main/java");
  private static final Path SCRIPTS = Path.of("../../frontend/src");
  private static final Path DESCRIPTOR = Path.of("../../atlassian-plugin.xml");

  private static final Pattern IN_JAVA =
      Pattern.compile("\"(aoa\\.[a-z-]+\\.[a-z0-9.-]*[a-z0-9])\"");
  private static final Pattern STEM_IN_JAVA = Pattern.compile("\"(aoa\\.[a-z0-9.-]*[.-])\"");
  private static final Pattern ENDING_IN_JAVA = Pattern.compile("\\+ \"(\\.[a-z-]+)\"");
  private static final Pattern ASKED_BY_SCRIPT =
      Pattern.compile("\\.get\\(\\s*'([a-z][a-z0-9.-]*)'");
  private static final Pattern WORD_IN_SCRIPT = Pattern.compile("'([A-Za-z][A-Za-z0-9.-]*)'");
  private static final Pattern PUT_TOGETHER_IN_SCRIPT =
      Pattern.compile("`([^`\\s]*\\$\\{[^`\\s]*)`");
  private static final Pattern KEY_IN_DESCRIPTOR =
      Pattern.compile("(?:key|label)=\"((?:aoa|io)\\.[a-z0-9.-]+)\"");
  private static final Pattern MACRO =
      Pattern.compile("<xhtml-macro key=\"([a-z-]+)\".*?</xhtml-macro>", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile(
          "<parameter name=\"([a-z-]+)\"[^>]*?(?:/>|>(.*?)</parameter>)", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("<value name=\"([A-Za-z0-9-]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[,}]");
  private static final String OF_MACROS = "io.appofapps.confluence.";

  private final Map<String, String> english = texts("i18n.properties");

  private static Map<String, String> texts(String file) {
    Properties properties = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream("/io/appofapps/confluence/" + file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String sources(Path folder) {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".ts"))
          .forEach(file -> all.append(read(file)).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A script's `field.${name}.hint` as an expression over whole keys of its part. */
  private static Set<Pattern> putTogether(String script) {
    Set<Pattern> patterns = new LinkedHashSet<>();
    for (String template : found(PUT_TOGETHER_IN_SCRIPT, script)) {
      String[] fixed = template.split("\\$\\{[^}]*}", -1);
      if (template.matches("(\\$\\{[^}]*}|[a-z0-9.-])+") && !String.join("", fixed).isEmpty()) {
        String joined = Stream.of(fixed).map(Pattern::quote).collect(joining(".+"));
        patterns.add(Pattern.compile(joined));
      }
    }
    return patterns;
  }

  private static Set<String> keysOfMacros(boolean all) {
    Set<String> keys = new TreeSet<>();
    Matcher macro = MACRO.matcher(read(DESCRIPTOR));
    while (macro.find()) {
      String stem = OF_MACROS + macro.group(1);
      keys.add(stem + ".label");
      keys.add(stem + ".desc");
      Matcher parameter = PARAMETER.matcher(macro.group());
      while (parameter.find()) {
        String of = stem + ".param." + parameter.group(1);
        keys.add(of + ".label");
        if (all) {
          keys.add(of + ".desc");
        }
        String body = parameter.group(2) == null ? "" : parameter.group(2);
        found(VALUE, body).forEach(value -> keys.add(of + "." + value + ".label"));
      }
    }
    return keys;
  }

  @Test
  void everyKeyInTheSourcesHasAText() {
    Set<String> used = found(IN_JAVA, sources(JAVA));
    used.addAll(found(KEY_IN_DESCRIPTOR, read(DESCRIPTOR)));
    used.addAll(keysOfMacros(false));
    assertThat(used).hasSizeGreaterThan(50);
    assertThat(english.keySet()).containsAll(used);
  }

  @Test
  void everyKeyThatAScriptAsksForHasAText() {
    Set<String> asked = found(ASKED_BY_SCRIPT, sources(SCRIPTS.resolve("admin")));
    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(english.keySet())
        .containsAll(asked.stream().map(key -> "aoa.admin." + key).toList());
  }

  @Test
  void everyWordThatIsPutTogetherHasAText() {
    for (NodeFlag flag : NodeFlag.values()) {
      assertThat(english).containsKey("aoa.flag." + flag.word());
    }
    for (ConnectionState.Phase phase : ConnectionState.Phase.values()) {
      assertThat(english).containsKey("aoa.phase." + phase.name().toLowerCase(Locale.ROOT));
    }
    for (HealthStatus health : HealthStatus.values()) {
      if (health != HealthStatus.HEALTHY) {
        assertThat(english).containsKey("aoa.row.below." + health.word().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void noTextIsLeftOver() {
    String java = sources(JAVA);
    String scripts = sources(SCRIPTS);
    Set<String> used = found(IN_JAVA, java);
    used.addAll(found(KEY_IN_DESCRIPTOR, read(DESCRIPTOR)));
    used.addAll(keysOfMacros(true));
    Matcher nameKeys = Pattern.compile("i18n-name-key=\"([^\"]+)\"").matcher(read(DESCRIPTOR));
    nameKeys.results().forEach(found -> used.add(found.group(1)));
    // All of the administration's texts go to its script, so only the script says which it needs.
    Set<String> stems = found(STEM_IN_JAVA, java);
    stems.remove("aoa.admin.");
    Set<String> endings = found(ENDING_IN_JAVA, java);
    Set.copyOf(used).forEach(key -> endings.forEach(ending -> used.add(key + ending)));
    Set<String> words = found(WORD_IN_SCRIPT, scripts);
    Set<Pattern> putTogether = putTogether(scripts);
    assertThat(english.keySet())
        .allSatisfy(
            key -> {
              String ofScript = key.startsWith("aoa.admin.") ? key.substring(10) : key;
              assertThat(
                      used.contains(key)
                          || stems.stream().anyMatch(key::startsWith)
                          || words.contains(ofScript)
                          || putTogether.stream()
                              .anyMatch(pattern -> pattern.matcher(ofScript).matches()))
                  .as(key)
                  .isTrue();
            });
  }

  @Test
  void germanHasTheSameKeysWithTheSamePlaces() {
    Map<String, String> german = texts("i18n_de.properties");
    assertThat(german.keySet()).isEqualTo(english.keySet());
    assertThat(german)
        .allSatisfy(
            (key, text) ->
                assertThat(found(PLACE, text)).as(key).isEqualTo(found(PLACE, english.get(key))));
  }
}
