package io.appofapps.confluence.capture;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaptureTextTest {

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    List<Change.Upsert<?>> resources = some(500, 600);

    List<String> parts = CaptureText.write(resources);

    assertThat(parts.size()).isGreaterThan(1);
    assertThat(parts).extracting(String::length).allMatch(length -> length <= CaptureText.PART);
    assertThat(CaptureText.read(parts)).isEqualTo(resources);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> CaptureText.write(some(400, 20_000)))
        .isInstanceOf(CaptureText.TooLargeException.class);
  }

  @Test
  void whatIsSpoiledIsSaidToBe() {
    assertThatThrownBy(() -> CaptureText.read(List.of("AAAA")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Labels that do not compress. */
  private static List<Change.Upsert<?>> some(int count, int length) {
    Random random = new Random(7);
    List<Change.Upsert<?>> resources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String noise =
          random
              .ints(length, 'a', 'z')
              .mapToObj(letter -> String.valueOf((char) letter))
              .collect(Collectors.joining());
      resources.add(
          new Change.Upsert<>(
              ResourceKind.APPLICATION, app("app-" + i).label("noise", noise).build()));
    }
    return resources;
  }
}
