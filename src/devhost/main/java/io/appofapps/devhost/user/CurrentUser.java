package io.appofapps.devhost.user;

import java.util.Optional;
import java.util.function.Supplier;

/** Who the current request acts for; bound to the thread. */
public final class CurrentUser {

  private static final ThreadLocal<Account> CURRENT = new ThreadLocal<>();

  private CurrentUser() {}

  public static Optional<Account> get() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Sets the user of the thread; null is anonymous. */
  public static void set(Account account) {
    if (account == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(account);
    }
  }

  /** Runs as the account (null: anonymous) and restores the user of before. */
  public static <T> T callAs(Account account, Supplier<T> action) {
    Account before = CURRENT.get();
    set(account);
    try {
      return action.get();
    } finally {
      set(before);
    }
  }
}
