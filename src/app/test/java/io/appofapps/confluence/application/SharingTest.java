package io.appofapps.confluence.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharingTest {

  private final Sharing sharing = new Sharing();

  @Test
  void equalPartsOfTwoResourcesAreHeldOnce() {
    AppProject one = sharing.share(project("one", Map.of("team", "checkout")));
    AppProject two = sharing.share(project("two", Map.of("team", "checkout")));

    assertThat(two.annotations()).isSameAs(one.annotations());
    assertThat(two.key().namespace()).isSameAs(one.key().namespace());
    assertThat(two.key().name()).isEqualTo("two");
  }

  @Test
  void whatIsSharedEqualsWhatWasGiven() {
    Application unknown = Application.unknown(new ApplicationKey("c", "ns", "app"));

    assertThat(sharing.share(unknown)).isEqualTo(unknown);
  }

  @Test
  void moreValuesThanAreKeptDoNoHarm() {
    List<AppProject> shared =
        IntStream.range(0, 20_000)
            .mapToObj(i -> sharing.share(project("p" + i, Map.of("number", "n" + i))))
            .toList();

    assertThat(shared.get(19_999)).isEqualTo(project("p19999", Map.of("number", "n19999")));
    assertThat(shared).doesNotHaveDuplicates();
  }

  /** With texts of its own, as a decoder makes them. */
  private static AppProject project(String name, Map<String, String> annotations) {
    Map<String, String> copy = new HashMap<>();
    annotations.forEach((key, value) -> copy.put(copyOf(key), copyOf(value)));
    return new AppProject(
        new ApplicationKey(copyOf("c"), copyOf("argocd"), copyOf(name)), "", copy, List.of());
  }

  private static String copyOf(String text) {
    return new StringBuilder(text).toString();
  }
}
