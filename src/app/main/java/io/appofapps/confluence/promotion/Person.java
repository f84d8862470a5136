package io.appofapps.confluence.promotion;

import java.util.List;

/**
 * Who acted, as they were at that moment: names and groups change, the record must not.
 *
 * @param key key of the Confluence user; empty for the app itself
 * @param name full name then
 * @param groups names of the groups then, sorted
 * @param agent name of the copilot that acted in the person's name; empty when it was the person
 */
public record Person(String key, String name, List<String> groups, String agent) {

  /** The app itself: what time or the Git host brought about. */
  public static final Person NOBODY = new Person("", "", List.of());

  public Person {
    groups = groups.stream().sorted().distinct().toList();
  }

  /** Somebody who acted without a copilot. */
  public Person(String key, String name, List<String> groups) {
    this(key, name, groups, "");
  }
}
