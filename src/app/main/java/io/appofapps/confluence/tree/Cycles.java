package io.appofapps.confluence.tree;

import java.util.Arrays;

/**
 * The strongly connected components (Tarjan's algorithm with its own stack: chains may be deeper
 * than the thread's). Components are numbered children first.
 */
final class Cycles {

  private final Graph graph;
  private final int[] component;
  private final int[] sizes;
  private int count;

  private final int[] order;
  private final int[] low;
  private final int[] nextChild;
  private final int[] open;
  private int openSize;
  private int visited;

  Cycles(Graph graph) {
    int n = graph.size();
    this.graph = graph;
    component = filled(n);
    sizes = new int[n];
    order = filled(n);
    low = new int[n];
    nextChild = new int[n];
    open = new int[n];
    int[] path = new int[n];
    for (int node = 0; node < n; node++) {
      if (order[node] < 0) {
        explore(node, path);
      }
    }
  }

  /** How many components there are; a component's children have smaller numbers. */
  int count() {
    return count;
  }

  int componentOf(int node) {
    return component[node];
  }

  /** Whether the node is a member of a cycle of two or more. */
  boolean isMember(int node) {
    return sizes[component[node]] > 1;
  }

  private void explore(int start, int[] path) {
    int depth = 0;
    path[depth] = start;
    enter(start);
    while (depth >= 0) {
      int node = path[depth];
      int[] children = graph.children(node);
      if (nextChild[node] < children.length) {
        int child = children[nextChild[node]++];
        if (order[child] < 0) {
          path[++depth] = child;
          enter(child);
        } else if (component[child] < 0) {
          low[node] = Math.min(low[node], order[child]);
        }
      } else {
        if (low[node] == order[node]) {
          close(node);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
  }

  private void enter(int node) {
    order[node] = visited;
    low[node] = visited++;
    open[openSize++] = node;
  }

  private void close(int node) {
    int member;
    do {
      member = open[--openSize];
      component[member] = count;
      sizes[count]++;
    } while (member != node);
    count++;
  }

  private static int[] filled(int n) {
    int[] array = new int[n];
    Arrays.fill(array, -1);
    return array;
  }
}
