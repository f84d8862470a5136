package io.appofapps.confluence.application;

import java.time.Instant;

/**
 * Since when something holds.
 *
 * @param moment when it began, or by when at the latest
 * @param exact whether the beginning itself is known; else it has held at least since the moment
 */
public record Since(Instant moment, boolean exact) {

  /** It began then. */
  public static Since exactly(Instant moment) {
    return new Since(moment, true);
  }

  /** It held by then, and may have begun earlier. */
  public static Since atLeast(Instant moment) {
    return new Since(moment, false);
  }
}
