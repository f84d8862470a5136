package io.appofapps.confluence.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edges by index: nodes numbered in their natural order, so that a smaller number comes first
 * wherever something has to be chosen.
 */
final class Graph {

  private final NodeId[] ids;
  private final Map<NodeId, Integer> indexes;
  private final List<List<ParentEdge>> parentEdges;
  private final int[][] parents;
  private final int[][] children;

  Graph(Edges edges) {
    ids = edges.nodes().stream().sorted().toArray(NodeId[]::new);
    indexes = new HashMap<>(ids.length * 2);
    for (int i = 0; i < ids.length; i++) {
      indexes.put(ids[i], i);
    }
    parentEdges = new ArrayList<>(ids.length);
    parents = new int[ids.length][];
    int[] childCounts = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      List<ParentEdge> sorted = sorted(edges.parents(ids[i]));
      parentEdges.add(sorted);
      parents[i] = sorted.stream().mapToInt(e -> indexes.get(e.parent())).toArray();
      for (int parent : parents[i]) {
        childCounts[parent]++;
      }
    }
    children = new int[ids.length][];
    Arrays.setAll(children, i -> new int[childCounts[i]]);
    int[] filled = new int[ids.length];
    for (int child = 0; child < ids.length; child++) {
      for (int parent : parents[child]) {
        children[parent][filled[parent]++] = child;
      }
    }
  }

  int size() {
    return ids.length;
  }

  NodeId id(int node) {
    return ids[node];
  }

  /** The number of the node, or -1 when it is not in the graph. */
  int indexOf(NodeId id) {
    return indexes.getOrDefault(id, -1);
  }

  /** Strongest claim first. */
  List<ParentEdge> parentEdges(int node) {
    return parentEdges.get(node);
  }

  /** In the order of {@link #parentEdges}; not to be changed. */
  int[] parents(int node) {
    return parents[node];
  }

  /** Ascending; not to be changed. */
  int[] children(int node) {
    return children[node];
  }

  private static List<ParentEdge> sorted(Map<NodeId, Set<EdgeEvidence>> parents) {
    return parents.entrySet().stream()
        .map(e -> new ParentEdge(e.getKey(), EnumSet.copyOf(e.getValue())))
        .sorted(Comparator.comparingInt(Graph::claim).thenComparing(ParentEdge::parent))
        .toList();
  }

  /** A controller reference is certain; Argo CD holds the one in the tracking id for the owner. */
  private static int claim(ParentEdge edge) {
    if (edge.evidence().contains(EdgeEvidence.OWNER_REFERENCE)) {
      return 0;
    }
    if (edge.evidence().contains(EdgeEvidence.TRACKING_ID)) {
      return 1;
    }
    return edge.evidence().contains(EdgeEvidence.INSTANCE_LABEL) ? 2 : 3;
  }
}
