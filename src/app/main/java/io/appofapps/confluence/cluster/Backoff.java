package io.appofapps.confluence.cluster;

import java.util.random.RandomGenerator;

/** How long to pause between two tries. */
final class Backoff {

  private static final long FIRST_MS = 400;
  private static final long MAX_MS = 10_000;

  /** Somebody must act first; asking often only fills the server's audit log. */
  private static final long DENIED_MS = 15_000;

  private Backoff() {}

  /**
   * Doubles with each failure up to a limit, and half of it is chance, so that nodes and kinds do
   * not ask in step. Without failure it is a short pause all the same.
   */
  static long millis(int failures, RandomGenerator random) {
    return halfChance(Math.min(MAX_MS, FIRST_MS << Math.min(failures, 10)), random);
  }

  /** The same after a failure of a known cause. */
  static long millis(Failure failure, int failures, RandomGenerator random) {
    boolean denied = failure.phase() == WatchStatus.Phase.DENIED && failures > 2;
    return denied ? halfChance(DENIED_MS, random) : millis(failures, random);
  }

  private static long halfChance(long full, RandomGenerator random) {
    return full / 2 + random.nextLong(full / 2 + 1);
  }
}
