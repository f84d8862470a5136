package io.appofapps.confluence.sight;

import java.util.Set;

/**
 * Somebody whom Confluence knows.
 *
 * @param key tells them from all others, also after a change of name
 * @param name what they sign in with
 * @param fullName what people call them
 * @param groups names of their groups, spelt as Confluence has them from the identity provider
 */
public record Account(String key, String name, String fullName, Set<String> groups) {

  public Account {
    groups = Set.copyOf(groups);
  }
}
