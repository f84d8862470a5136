package io.appofapps.confluence.view.tree;

import java.util.Locale;

/** Which rows of a tree a reader wants to see. */
public enum Show {
  /** All rows, healthy ones folded away. */
  ATTENTION,
  /** All rows, open. */
  ALL,
  /** Only what needs a person, with the way to it. */
  PROBLEMS;

  /** The word of the parameter. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
