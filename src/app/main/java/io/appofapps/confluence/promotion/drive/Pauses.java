package io.appofapps.confluence.promotion.drive;

import java.time.Duration;

/** How long to wait before the next try. */
final class Pauses {

  /** Until a gate is looked at again, or a pull request. */
  static final Duration SHORT = Duration.ofSeconds(10);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 7;

  private Pauses() {}

  /**
   * Doubles from five seconds to ten minutes.
   *
   * @param tries how many in a row did not come through, at least one
   */
  static Duration after(int tries) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
