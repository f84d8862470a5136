package io.appofapps.confluence.tree;

import java.util.List;

/**
 * A node at one place of a walk.
 *
 * @param node the node
 * @param ancestors ids from the start of the walk down to the parent, empty at the start
 * @param kind how the node stands here
 */
public record Occurrence(TreeNode node, List<NodeId> ancestors, Kind kind) {

  public Occurrence {
    ancestors = PathUp.immutable(ancestors);
  }

  /** Depth below the start of the walk: 0 at the start. */
  public int depth() {
    return ancestors.size();
  }

  /** How a node stands at a place of a walk. */
  public enum Kind {
    /** Here with its children. */
    OWNED,
    /** Listed by this parent too; shown with its children under its owner. */
    SHARED,
    /** An ancestor of itself: the walk stops here. */
    BACK_EDGE
  }
}
