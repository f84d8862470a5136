package io.appofapps.confluence.cluster;

import java.util.random.RandomGenerator;

/** How long to pause between two tries. */
final class Backoff {

  private static final long FIRST_MS = 400;
  private static final long MAX_MS = 10_000;

  private Backoff() {}

  /**
   * Doubles with each failure up to a limit, and half of it is chance, so that nodes and kinds do
   * not ask in step. Without failure it is a short pause all the same.
   */
  static long millis(int failures, RandomGenerator random) {
    long full = Math.min(MAX_MS, FIRST_MS << Math.min(failures, 10));
    return full / 2 + random.nextLong(full / 2 + 1);
  }
}
