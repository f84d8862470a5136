package io.appofapps.devhost.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The user directory: accounts, passwords, personal access tokens. Kept in the host's database. */
public interface Accounts {

  List<Account> all();

  Optional<Account> byName(String name);

  Optional<Account> byKey(String key);

  /** Creates or replaces the account with that name. */
  Account save(String name, String fullName, String password, Set<String> groups, boolean licensed);

  /** The account when the password is right. */
  Optional<Account> authenticate(String name, String password);

  /** A new personal access token; only its hash is kept. */
  String issueToken(String name);

  /** The owner of a live token. */
  Optional<Account> byToken(String token);
}
