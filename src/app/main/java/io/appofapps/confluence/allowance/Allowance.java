package io.appofapps.confluence.allowance;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much one caller may ask of this node: so many requests at once, and so many a minute. A
 * bucket of a minute's requests that fills again by and by.
 */
public final class Allowance {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_CALLERS = 10_000;

  private final int atOnce;
  private final LongSupplier nanos;

  /** Those that asked last are last. */
  private final Map<String, Account> accounts = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param atOnce requests of one caller that are answered at the same time
   * @param nanos a clock such as {@link System#nanoTime}
   */
  public Allowance(int atOnce, LongSupplier nanos) {
    this.atOnce = atOnce;
    this.nanos = nanos;
  }

  private static final class Account {
    private long full;
    private int running;
  }

  /**
   * Whether the caller may ask now; then {@link #end} follows.
   *
   * @param caller a short name: some thousands are kept
   * @param perMinute how many requests a minute
   */
  public synchronized boolean begin(String caller, int perMinute) {
    long each = MINUTE / perMinute;
    long now = nanos.getAsLong();
    Account account =
        accounts.computeIfAbsent(
            caller,
            ignored -> {
              Account fresh = new Account();
              fresh.full = now;
              return fresh;
            });
    // the moment at which the bucket would be full again
    long full = Math.max(account.full - now, 0);
    if (account.running >= atOnce || full > MINUTE - each) {
      return false;
    }
    account.full = now + full + each;
    account.running++;
    forget();
    return true;
  }

  /** Forgets who has asked least lately, of those whose requests are all answered. */
  private void forget() {
    Iterator<Account> eldest = accounts.values().iterator();
    while (accounts.size() > MOST_CALLERS && eldest.hasNext()) {
      if (eldest.next().running == 0) {
        eldest.remove();
      }
    }
  }

  /** The request that had begun is answered. */
  public synchronized void end(String caller) {
    Account account = accounts.get(caller);
    if (account != null) {
      account.running--;
    }
  }
}
