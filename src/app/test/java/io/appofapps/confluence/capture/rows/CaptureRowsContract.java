package io.appofapps.confluence.capture.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.capture.Header;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Taken;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.confluence.tree.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rows of kept snapshots promise, whatever the database. */
abstract class CaptureRowsContract {

  private static final Instant NOW = Instant.parse("2026-11-23T10:04:05.678Z");
  private static final NodeId ROOT =
      NodeId.application(new ApplicationKey("default", "argocd", "root"));

  private TestActiveObjects ao;
  private CaptureRows rows;

  /** Active Objects on an empty database. */
  abstract TestActiveObjects database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    ao = database();
    ao.migrate(CaptureRow.class, CapturePartRow.class);
    rows = new CaptureRows(ao);
  }

  @AfterEach
  void close() {
    ao.close();
  }

  private static Header header(String key, Instant at, Optional<Instant> until) {
    return new Header(
        new Taken(key, "Release \ud83d\ude80 7 \u00e4", "user-1", at),
        ROOT,
        new ConnectionState(
            "default", ConnectionState.Phase.STALE, "away \ud83d\ude80", NOW, Optional.of(NOW)),
        until,
        3);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Header header = header("abc", NOW, Optional.of(NOW.plusSeconds(5)));
    List<String> parts = List.of("x".repeat(100_000), "y", "z");

    assertThat(rows.add(header, parts, 5)).isTrue();

    assertThat(rows.find("abc")).contains(header);
    assertThat(rows.of(ROOT)).containsExactly(header);
    assertThat(rows.parts("abc")).isEqualTo(parts);
  }

  @Test
  void moreThanTenPartsKeepTheirOrder() {
    List<String> parts = java.util.stream.IntStream.range(0, 23).mapToObj(i -> "p" + i).toList();
    rows.add(header("abc", NOW, Optional.empty()), parts, 5);

    assertThat(rows.parts("abc")).isEqualTo(parts);
  }

  @Test
  void ofOneRootThereAreNoMoreThanSaid() {
    rows.add(header("a", NOW, Optional.empty()), List.of("1"), 2);
    rows.add(header("b", NOW.plusSeconds(1), Optional.empty()), List.of("2"), 2);

    assertThat(rows.add(header("c", NOW, Optional.empty()), List.of("3"), 2)).isFalse();
    assertThat(rows.of(ROOT)).extracting(each -> each.taken().key()).containsExactly("b", "a");
    assertThat(rows.parts("c")).isEmpty();
  }

  @Test
  void whatIsDeletedLeavesNothingBehind() {
    rows.add(header("a", NOW, Optional.empty()), List.of("1", "2"), 9);
    rows.add(header("b", NOW, Optional.empty()), List.of("3"), 9);

    assertThat(rows.delete("a")).isTrue();

    assertThat(rows.delete("a")).isFalse();
    assertThat(rows.find("a")).isEmpty();
    assertThat(rows.parts("a")).isEmpty();
    assertThat(rows.parts("b")).containsExactly("3");
  }

  @Test
  void onlyThoseWithAnEndAreEverOver() {
    rows.add(header("ever", NOW, Optional.empty()), List.of(), 9);
    rows.add(header("soon", NOW, Optional.of(NOW.plusMillis(2))), List.of(), 9);

    assertThat(rows.over(NOW.plusMillis(1))).isEmpty();
    assertThat(rows.over(NOW.plusMillis(2))).containsExactly("soon");
  }
}
