package io.appofapps.confluence.tree;

import io.appofapps.confluence.tree.Occurrence.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One walk from a node in display order. */
final class Walk {

  private static final class Level {
    final int node;
    final PathUp pathOfChildren;
    int nextChild;

    Level(int node, PathUp pathOfChildren) {
      this.node = node;
      this.pathOfChildren = pathOfChildren;
    }
  }

  private final Graph graph;
  private final Ownership ownership;
  private final List<TreeNode> nodes;
  private final boolean[] onPath;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Occurrence> occurrences = new ArrayList<>();

  Walk(Graph graph, Ownership ownership, List<TreeNode> nodes) {
    this.graph = graph;
    this.ownership = ownership;
    this.nodes = nodes;
    this.onPath = new boolean[graph.size()];
  }

  List<Occurrence> from(int start) {
    enter(start, PathUp.EMPTY);
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      int[] children = graph.children(level.node);
      if (level.nextChild == children.length) {
        onPath[level.node] = false;
        levels.pop();
        continue;
      }
      int child = children[level.nextChild++];
      if (onPath[child]) {
        add(child, level.pathOfChildren, Kind.BACK_EDGE);
      } else if (ownership.isOwner(level.node, child)) {
        enter(child, level.pathOfChildren);
      } else {
        add(child, level.pathOfChildren, Kind.SHARED);
      }
    }
    return List.copyOf(occurrences);
  }

  private void enter(int node, PathUp ancestors) {
    add(node, ancestors, Kind.OWNED);
    onPath[node] = true;
    levels.push(new Level(node, ancestors.plus(graph.id(node))));
  }

  private void add(int node, PathUp ancestors, Kind kind) {
    occurrences.add(new Occurrence(nodes.get(node), ancestors, kind));
  }
}
