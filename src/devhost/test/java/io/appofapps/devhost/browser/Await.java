package io.appofapps.devhost.browser;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition that another process brings about. */
public final class Await {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Await() {}

  /**
   * @throws AssertionError when the condition does not come true within the limit
   */
  public static void until(String what, Duration limit, Callable<Boolean> condition) {
    until(what, limit, BETWEEN, condition);
  }

  /**
   * The same for a condition that is not free.
   *
   * @param between how long to wait before it is looked at again
   */
  public static void until(
      String what, Duration limit, Duration between, Callable<Boolean> condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited " + limit + " in vain for " + what);
      }
      LockSupport.parkNanos(between.toNanos());
    }
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
