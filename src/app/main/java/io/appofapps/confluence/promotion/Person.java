package io.appofapps.confluence.promotion;

import java.util.List;

/**
 * Who acted, as they were at that moment: names and groups change, the record must not.
 *
 * @param key key of the Confluence user; empty for the app itself
 * @param name full name then
 * @param groups names of the groups then, sorted
 */
public record Person(String key, String name, List<String> groups) {

  /** The app itself: what time or the Git host brought about. */
  public static final Person NOBODY = new Person("", "", List.of());

  public Person {
    groups = groups.stream().sorted().distinct().toList();
  }
}
