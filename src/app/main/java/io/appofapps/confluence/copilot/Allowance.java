package io.appofapps.confluence.copilot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much one person's copilots may ask of this node: so many requests at once, and so many a
 * minute. A bucket of a minute's requests that fills again by and by.
 */
final class Allowance {

  /** Requests of one person that are answered at the same time. */
  static final int AT_ONCE = 4;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_PEOPLE = 10_000;

  private final LongSupplier nanos;
  private final Map<String, Account> accounts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
          return size() > MOST_PEOPLE && eldest.getValue().running == 0;
        }
      };

  Allowance(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private static final class Account {
    private long full;
    private int running;
  }

  /**
   * Whether the person may ask now; then {@link #end} follows.
   *
   * @param perMinute how many requests a minute
   */
  synchronized boolean begin(String person, int perMinute) {
    long each = MINUTE / perMinute;
    long now = nanos.getAsLong();
    Account account =
        accounts.computeIfAbsent(
            person,
            ignored -> {
              Account fresh = new Account();
              fresh.full = now;
              return fresh;
            });
    // the moment at which the bucket would be full again
    long full = Math.max(account.full - now, 0);
    if (account.running >= AT_ONCE || full > MINUTE - each) {
      return false;
    }
    account.full = now + full + each;
    account.running++;
    return true;
  }

  synchronized void end(String person) {
    Account account = accounts.get(person);
    if (account != null) {
      account.running--;
    }
  }
}
