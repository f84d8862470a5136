package io.appofapps.devhost.user;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.Group;
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

  /** Null when nobody is in such a group: the host keeps groups with their members only. */
  @Override
  public Group getGroup(String name) {
    return accounts.all().stream().anyMatch(account -> account.groups().contains(name))
        ? new HostGroup(name)
        : null;
  }

  @Override
  public List<String> getMemberNamesAsList(Group group) {
    return accounts.all().stream()
        .filter(account -> account.groups().contains(group.getName()))
        .map(Account::name)
        .sorted()
        .toList();
  }

  private record HostGroup(String name) implements Group {
    @Override
    public String getName() {
      return name;
    }
  }
}
