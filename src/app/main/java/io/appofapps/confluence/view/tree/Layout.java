package io.appofapps.confluence.view.tree;

import java.util.Locale;

/** The shape in which rows are laid out. */
public enum Layout {
  TREE,
  TABLE;

  /** The word of the parameter. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
