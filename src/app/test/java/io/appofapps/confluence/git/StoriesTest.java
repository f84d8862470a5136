package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.configuration.RepositorySettings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StoriesTest {

  private static Set<String> found(String pattern, String message) {
    Set<String> found = new LinkedHashSet<>();
    new Stories(pattern).collect(message, found);
    return found;
  }

  @Property(tries = 200)
  void everyKeyOfAMessageIsFoundOnceInOrder(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 99_999) Integer> numbers) {
    List<String> keys = numbers.stream().map(number -> "PAY-" + number).toList();

    assertThat(
            found(RepositorySettings.JIRA_KEYS, "fix: " + String.join(", ", keys) + "\n\nok (a-1)"))
        .containsExactlyElementsOf(new LinkedHashSet<>(keys));
  }

  @Property(tries = 200)
  void anyTextIsRead(@ForAll String message) {
    assertThat(found(RepositorySettings.JIRA_KEYS, message))
        .allMatch(key -> key.matches(RepositorySettings.JIRA_KEYS));
  }

  @Test
  void noMoreThanFiftyAreNamed() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append("OPS-").append(i).append(' ');
    }
    assertThat(found(RepositorySettings.JIRA_KEYS, many.toString())).hasSize(Stories.MOST);
  }

  @Test
  void aPatternThatBacktracksWithoutEndGivesUp() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(found("(a|aa)+b", "a".repeat(3_000) + "c")).isEmpty());
  }
}
