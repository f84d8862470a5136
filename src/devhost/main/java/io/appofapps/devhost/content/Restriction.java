package io.appofapps.devhost.content;

import io.appofapps.devhost.user.Account;
import java.util.Set;

/**
 * Who alone may do something with a page. Nobody named: everybody may.
 *
 * @param users log-in names
 * @param groups names of groups
 */
public record Restriction(Set<String> users, Set<String> groups) {

  public static final Restriction NONE = new Restriction(Set.of(), Set.of());

  public Restriction {
    users = Set.copyOf(users);
    groups = Set.copyOf(groups);
  }

  public boolean isNone() {
    return users.isEmpty() && groups.isEmpty();
  }

  public boolean allows(Account account) {
    return isNone()
        || users.contains(account.name())
        || account.groups().stream().anyMatch(groups::contains);
  }

  /** What is restricted. */
  public enum Kind {
    VIEW,
    EDIT
  }
}
