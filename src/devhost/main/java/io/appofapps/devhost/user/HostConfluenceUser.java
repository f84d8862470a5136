package io.appofapps.devhost.user;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;

/** An account as plugins see it. */
public record HostConfluenceUser(Account account) implements ConfluenceUser {

  @Override
  public UserKey getKey() {
    return new UserKey(account.key());
  }

  @Override
  public String getName() {
    return account.name();
  }

  @Override
  public String getFullName() {
    return account.fullName();
  }

  @Override
  public String getEmail() {
    return account.email();
  }
}
