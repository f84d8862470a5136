package io.appofapps.confluence.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The roots, and for every other node the one parent under which it is shown in full: the one with
 * the strongest claim, unless that would leave a cycle hanging in the air; then the first member
 * that a shown node declares is shown there.
 */
final class Ownership {

  private static final int NONE = -1;

  private final Graph graph;
  private final int[] owner;
  private final boolean[] root;
  private final boolean[] attached;
  private final PriorityQueue<Integer> waiting;

  Ownership(Graph graph, Cycles cycles) {
    int n = graph.size();
    this.graph = graph;
    owner = new int[n];
    root = findRoots(graph, cycles);
    attached = new boolean[n];
    for (int node = 0; node < n; node++) {
      owner[node] = root[node] ? NONE : graph.parents(node)[0];
    }
    boolean[] onLoop = OwnerLoops.of(owner);
    Comparator<Integer> loopsFirst = Comparator.comparing(node -> !onLoop[node]);
    waiting = new PriorityQueue<>(loopsFirst.thenComparing(Comparator.naturalOrder()));
    for (int node = 0; node < n; node++) {
      if (root[node]) {
        attach(node);
      }
    }
    while (!waiting.isEmpty()) {
      int node = waiting.remove();
      if (!attached[node]) {
        owner[node] = firstAttachedParent(node);
        attach(node);
      }
    }
  }

  /** Those with children first, then in natural order. */
  List<NodeId> roots() {
    return IntStream.range(0, graph.size())
        .filter(node -> root[node])
        .boxed()
        .sorted(Comparator.comparing(node -> graph.children(node).length == 0))
        .map(graph::id)
        .toList();
  }

  boolean isOwner(int parent, int child) {
    return owner[child] == parent;
  }

  /** The node's edges with the owner's first. */
  List<ParentEdge> parentEdges(int node) {
    List<ParentEdge> edges = graph.parentEdges(node);
    if (owner[node] == NONE || graph.parents(node)[0] == owner[node]) {
      return edges;
    }
    NodeId first = graph.id(owner[node]);
    return edges.stream().sorted(Comparator.comparing(e -> !e.parent().equals(first))).toList();
  }

  /** Nodes without a parent, and the first member of every cycle that nobody outside declares. */
  private static boolean[] findRoots(Graph graph, Cycles cycles) {
    boolean[] declared = new boolean[graph.size()];
    int[] first = new int[cycles.count()];
    Arrays.fill(first, NONE);
    for (int node = 0; node < graph.size(); node++) {
      int component = cycles.componentOf(node);
      if (first[component] == NONE) {
        first[component] = node;
      }
      for (int parent : graph.parents(node)) {
        declared[component] |= cycles.componentOf(parent) != component;
      }
    }
    boolean[] roots = new boolean[graph.size()];
    for (int component = 0; component < cycles.count(); component++) {
      roots[first[component]] = !declared[component];
    }
    return roots;
  }

  private void attach(int start) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    attached[start] = true;
    queue.add(start);
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int child : graph.children(node)) {
        if (attached[child]) {
          continue;
        }
        if (owner[child] == node) {
          attached[child] = true;
          queue.add(child);
        } else {
          waiting.add(child);
        }
      }
    }
  }

  private int firstAttachedParent(int node) {
    for (int parent : graph.parents(node)) {
      if (attached[parent]) {
        return parent;
      }
    }
    throw new IllegalStateException("Waits without an attached parent: " + graph.id(node));
  }
}
