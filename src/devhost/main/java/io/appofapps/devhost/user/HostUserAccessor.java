package io.appofapps.devhost.user;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.user.UserKey;
import java.util.List;

/** People and their groups. */
public final class HostUserAccessor implements UserAccessor {

  private final Accounts accounts;

  public HostUserAccessor(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Null when there is no such person. */
  @Override
  public ConfluenceUser getExistingUserByKey(UserKey key) {
    return accounts.byKey(key.getStringValue()).map(HostConfluenceUser::new).orElse(null);
  }

  /** Null when there is no such person. */
  @Override
  public ConfluenceUser getUserByName(String username) {
    return accounts.byName(username).map(HostConfluenceUser::new).orElse(null);
  }

  /** No groups for a name that nobody has. */
  @Override
  public List<String> getGroupNamesForUserName(String username) {
    return accounts
        .byName(username)
        .map(account -> account.groups().stream().sorted().toList())
        .orElseGet(List::of);
  }
}
