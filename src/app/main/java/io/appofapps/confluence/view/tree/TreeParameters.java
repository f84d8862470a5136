package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;

/**
 * What is asked of a tree.
 *
 * @param set key of the deployment set, never empty
 * @param depth levels to show, the root being the first; 0 for all
 * @param show which rows
 * @param environment name of the one environment to show, empty for all
 * @param layout tree or table
 * @param whole whether the rows of a large tree are sent even if nobody sees them at first
 */
public record TreeParameters(
    String set, int depth, Show show, String environment, Layout layout, boolean whole) {

  /** Deeper trees than this are not asked for by people. */
  private static final int MAX_DEPTH = 100;

  /** Values of the parameter that only the script sets. */
  private enum Rows {
    FIRST,
    ALL
  }

  /**
   * Absent ones have their defaults.
   *
   * @throws BadParameter naming the first that cannot be used and what it can be
   */
  static TreeParameters of(Parameters given) throws BadParameter {
    return new TreeParameters(
        given.set(),
        given.number("depth", 0, 0, MAX_DEPTH),
        given.choice("show", Show.values(), Show.ATTENTION),
        given.text("environment"),
        given.choice("layout", Layout.values(), Layout.TREE),
        given.choice("rows", Rows.values(), Rows.FIRST) == Rows.ALL);
  }

  /** The same question where nothing can fold: all rows instead of those to be unfolded. */
  TreeParameters unfolded() {
    return show == Show.ATTENTION
        ? new TreeParameters(set, depth, Show.ALL, environment, layout, whole)
        : this;
  }
}
