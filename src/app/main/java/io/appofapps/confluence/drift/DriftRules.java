package io.appofapps.confluence.drift;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an administrator decides on drift; every time in whole minutes.
 *
 * @param grace how long something may be as it passes by itself, such as OutOfSync right after a
 *     commit, before it is a finding
 * @param slow how long it may take an automatic sync or a rollout
 * @param stale how old the last comparison with Git may be; zero when age proves nothing, because
 *     Argo CD does not poll
 * @param limit from which age on a finding is one degree more severe; zero for never
 * @param off kinds that are not looked for
 */
public record DriftRules(
    Duration grace, Duration slow, Duration stale, Duration limit, Set<FindingKind> off) {

  /**
   * Argo CD compares every two to three minutes by default (timeout.reconciliation and its jitter),
   * so a quarter of an hour without is more than three times late.
   */
  public static final DriftRules DEFAULT =
      new DriftRules(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofMinutes(15),
          Duration.ofHours(24),
          Set.of());

  public DriftRules {
    off = off.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(off));
  }
}
