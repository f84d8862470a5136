package io.appofapps.devhost.testing;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A user directory in memory; nobody signs in by it. */
public final class TestAccounts implements Accounts {

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  public TestAccounts() {
    save("admin", "Ada Admin", "", Set.of(Account.ADMINISTRATORS, "confluence-users"), true);
    save("developer", "Dora Developer", "", Set.of("developers", "confluence-users"), true);
    save("viewer", "Vera Viewer", "", Set.of("confluence-users"), true);
    save("guest", "Gus Guest", "", Set.of(), false);
  }

  public Account get(String name) {
    return byName(name).orElseThrow();
  }

  @Override
  public List<Account> all() {
    return List.copyOf(accounts.values());
  }

  @Override
  public Optional<Account> byName(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  @Override
  public Optional<Account> byKey(String key) {
    return accounts.values().stream().filter(a -> a.key().equals(key)).findFirst();
  }

  @Override
  public Account save(
      String name, String fullName, String password, Set<String> groups, boolean licensed) {
    Account account =
        new Account("key-" + name, name, fullName, name + "@example.org", groups, licensed);
    accounts.put(name, account);
    return account;
  }

  @Override
  public Optional<Account> authenticate(String name, String password) {
    return Optional.empty();
  }

  @Override
  public String issueToken(String name) {
    return "token-of-" + name;
  }

  @Override
  public Optional<Account> byToken(String token) {
    return Optional.empty();
  }
}
