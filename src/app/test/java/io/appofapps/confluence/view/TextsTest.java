package io.appofapps.confluence.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.tree.NodeFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Pattern KEY = Pattern.compile("\"(aoa\\.[a-z-]+\\.[a-z.-]*[a-z])\"");

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream("/io/appofapps/confluence/" + file)) {
      properties.load(in);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static Set<String> keysInSources() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> {
                Matcher matcher = KEY.matcher(text(file));
                while (matcher.find()) {
                  found.add(matcher.group(1));
                }
              });
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyKeyInTheSourcesHasAText() throws IOException {
    Set<String> used = keysInSources();
    assertThat(used).hasSizeGreaterThan(30);
    assertThat(keys("i18n.properties")).containsAll(used);
  }

  @Test
  void everyWordThatIsPutTogetherHasAText() throws IOException {
    Set<String> keys = keys("i18n.properties");
    for (NodeFlag flag : NodeFlag.values()) {
      assertThat(keys).contains("aoa.flag." + flag.word());
    }
    for (ConnectionState.Phase phase : ConnectionState.Phase.values()) {
      assertThat(keys).contains("aoa.phase." + phase.name().toLowerCase(Locale.ROOT));
    }
    for (HealthStatus health : HealthStatus.values()) {
      if (health != HealthStatus.HEALTHY) {
        assertThat(keys).contains("aoa.row.below." + health.word().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void germanHasTheSameKeys() throws IOException {
    assertThat(keys("i18n_de.properties")).isEqualTo(keys("i18n.properties"));
  }
}
