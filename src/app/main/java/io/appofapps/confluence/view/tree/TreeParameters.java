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
 */
public record TreeParameters(String set, int depth, Show show, String environment, Layout layout) {

  /** Deeper trees than this are not asked for by people. */
  private static final int MAX_DEPTH = 100;

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
        given.choice("layout", Layout.values(), Layout.TREE));
  }

  /** The same question where nothing can fold: all rows instead of those to be unfolded. */
  TreeParameters unfolded() {
    return show == Show.ATTENTION
        ? new TreeParameters(set, depth, Show.ALL, environment, layout)
        : this;
  }
}
