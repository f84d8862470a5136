package io.appofapps.devhost.page;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;

/** Names of people, for bylines. */
public final class People {

  private final Accounts accounts;

  public People(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The full name of the log-in name, or the log-in name of somebody who is gone. */
  public String fullName(String user) {
    return accounts.byName(user).map(Account::fullName).orElse(user);
  }
}
