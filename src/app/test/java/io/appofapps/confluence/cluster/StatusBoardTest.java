package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.state.ConnectionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two watchers: a required one and an optional one. */
class StatusBoardTest {

  private static final Instant OLD = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NEW = OLD.plusSeconds(60);

  private final StatusBoard board = new StatusBoard(List.of(true, false));

  @ParameterizedTest
  @CsvSource({
    "CONNECTING, LIVE, true, CONNECTING",
    "LIVE, CONNECTING, true, CONNECTING",
    "LIVE, LIVE, true, LIVE",
    "LIVE, DENIED, true, LIVE",
    "LIVE, ABSENT, true, LIVE",
    "LIVE, DOWN, true, STALE",
    "DOWN, LIVE, true, STALE",
    "DOWN, DOWN, false, UNREACHABLE",
    "DENIED, LIVE, true, DENIED",
    "DENIED, DOWN, true, DENIED",
    "ABSENT, LIVE, true, MISCONFIGURED"
  })
  void theConnectionStandsAsItsPartsDo(
      WatchStatus.Phase required,
      WatchStatus.Phase optional,
      boolean hasData,
      ConnectionState.Phase expected) {
    board.update(0, status(true, required, "", OLD), hasData);

    assertThat(board.update(1, status(false, optional, "", OLD), hasData).phase())
        .isEqualTo(expected);
  }

  @Test
  void theConnectionIsAsOldAsItsOldestPart() {
    board.update(0, status(true, WatchStatus.Phase.LIVE, "", NEW), true);

    assertThat(board.update(1, status(false, WatchStatus.Phase.LIVE, "", OLD), true).asOf())
        .contains(OLD);
  }

  @Test
  void anOptionalKindThatCannotBeReadMakesTheConnectionNoOlder() {
    board.update(0, status(true, WatchStatus.Phase.LIVE, "", NEW), true);

    assertThat(board.update(1, status(false, WatchStatus.Phase.DENIED, "no", OLD), true).asOf())
        .contains(NEW);
  }

  @Test
  void withoutACompleteListThereIsNoAge() {
    WatchStatus nothing = new WatchStatus(true, WatchStatus.Phase.CONNECTING, "", Optional.empty());
    board.update(1, status(false, WatchStatus.Phase.LIVE, "", NEW), false);

    assertThat(board.update(0, nothing, false).asOf()).isEmpty();
  }

  @Test
  void reasonsStandOnceAndTheRequiredOneFirst() {
    board.update(1, status(false, WatchStatus.Phase.ABSENT, "optional.", OLD), true);
    assertThat(
            board.update(0, status(true, WatchStatus.Phase.DOWN, "required.", OLD), true).reason())
        .isEqualTo("required. optional.");

    assertThat(
            board.update(1, status(false, WatchStatus.Phase.DOWN, "required.", OLD), true).reason())
        .isEqualTo("required.");
  }

  private static WatchStatus status(
      boolean required, WatchStatus.Phase phase, String reason, Instant asOf) {
    return new WatchStatus(required, phase, reason, Optional.of(asOf));
  }
}
