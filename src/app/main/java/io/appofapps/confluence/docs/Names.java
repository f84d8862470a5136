package io.appofapps.confluence.docs;

import java.util.List;

/** What the marks of storage format that hold no text stand for. */
public interface Names {

  /** Knows nobody. */
  Names NONE = key -> List.of();

  /**
   * Names of a user, the one that people see first.
   *
   * @param key the user's key
   * @return empty when the user is not known
   */
  List<String> user(String key);
}
