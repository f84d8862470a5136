package io.appofapps.devhost.user;

import java.util.Set;

/**
 * A person of the host's user directory.
 *
 * @param key user key, never changes
 * @param name log-in name
 * @param fullName name shown
 * @param email address
 * @param groups names of groups
 * @param licensed whether the person may use Confluence
 */
public record Account(
    String key, String name, String fullName, String email, Set<String> groups, boolean licensed) {

  /** Members are Confluence administrators and system administrators. */
  public static final String ADMINISTRATORS = "confluence-administrators";

  public Account {
    groups = Set.copyOf(groups);
  }

  public boolean isAdministrator() {
    return groups.contains(ADMINISTRATORS);
  }
}
