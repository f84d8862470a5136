package io.appofapps.devhost.user;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Predicate;

/** The user directory as plugins ask it; unknown keys and null are nobody. */
public final class HostUserManager implements UserManager {

  private final Accounts accounts;

  public HostUserManager(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public UserKey getRemoteUserKey() {
    return key(CurrentUser.get());
  }

  @Override
  public UserKey getRemoteUserKey(HttpServletRequest request) {
    return key(Optional.ofNullable(request.getRemoteUser()).flatMap(accounts::byName));
  }

  @Override
  public boolean isAdmin(UserKey key) {
    return is(key, Account::isAdministrator);
  }

  @Override
  public boolean isSystemAdmin(UserKey key) {
    return is(key, Account::isAdministrator);
  }

  @Override
  public boolean isLicensed(UserKey key) {
    return is(key, Account::licensed);
  }

  private boolean is(UserKey key, Predicate<Account> question) {
    return key != null && accounts.byKey(key.getStringValue()).filter(question).isPresent();
  }

  private static UserKey key(Optional<Account> account) {
    return account.map(person -> new UserKey(person.key())).orElse(null);
  }
}
