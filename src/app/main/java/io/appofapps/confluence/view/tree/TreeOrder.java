package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes of a tree as lists have them: in the order of the display, parents before children,
 * each where it first occurs.
 */
public final class TreeOrder {

  private TreeOrder() {}

  /** All that a person sees of a tree. */
  public static List<Occurrence> of(Look.Tree tree) {
    return of(tree, tree.tops());
  }

  /** What is at and below a node, which is at depth 0; empty for a node that is not there. */
  public static List<Occurrence> below(Look.Tree tree, NodeId top) {
    return of(tree, List.of(top));
  }

  private static List<Occurrence> of(Look.Tree tree, List<NodeId> tops) {
    Set<NodeId> seen = new HashSet<>();
    List<Occurrence> nodes = new ArrayList<>();
    for (NodeId top : tops) {
      for (Occurrence occurrence : tree.forest().walk(top)) {
        if (seen.add(occurrence.node().id())) {
          nodes.add(occurrence);
        }
      }
    }
    return nodes;
  }
}
