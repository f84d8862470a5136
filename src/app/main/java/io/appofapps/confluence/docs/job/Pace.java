package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.docs.rows.Pacer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** At most so many statements a second: the time for them is waited before; counts them too. */
final class Pace implements Pacer {

  /** Statements a second that a run may make. */
  static final int PER_SECOND = 50;

  private final LongSupplier nanos;
  private final Sleeper sleeper;
  private long next;
  private int taken;

  interface Sleeper {
    void sleep(long nanos) throws InterruptedException;
  }

  Pace() {
    this(System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  Pace(LongSupplier nanos, Sleeper sleeper) {
    this.nanos = nanos;
    this.sleeper = sleeper;
    this.next = nanos.getAsLong();
  }

  @Override
  public void take(int statements) {
    taken += statements;
    long now = nanos.getAsLong();
    next = Math.max(next, now) + statements * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    long wait = next - now;
    try {
      if (wait > 0) {
        sleeper.sleep(wait);
      } else if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("the app stops").initCause(e);
    }
  }

  /** Statements so far. */
  int taken() {
    return taken;
  }
}
