package io.appofapps.confluence.promotion.facts;

import java.util.Set;

/**
 * Somebody as Confluence knows them now.
 *
 * @param key of the user
 * @param name full name, never empty
 * @param email may be empty
 * @param groups names of their groups, spelt as Confluence has them from the identity provider
 * @param active whether Confluence lets them sign in and they have a licence
 */
public record Participant(
    String key, String name, String email, Set<String> groups, boolean active) {

  public Participant {
    groups = Set.copyOf(groups);
  }
}
