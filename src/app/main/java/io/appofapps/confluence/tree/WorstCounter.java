package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.HealthStatus;
import java.util.Arrays;

/**
 * Counts for each node the different descendants whose health is the worst one below it. Where the
 * descendants form a plain tree the counts of the children are added up; only above a node with two
 * parents or in a cycle the descendants are visited one by one.
 */
final class WorstCounter {

  private final Graph graph;
  private final Cycles cycles;
  private final HealthStatus[] health;
  private final boolean[] counts;
  private final HealthStatus[] worst;
  private final int[] mark;
  private final int[] stack;

  WorstCounter(
      Graph graph, Cycles cycles, HealthStatus[] health, boolean[] counts, HealthStatus[] worst) {
    this.graph = graph;
    this.cycles = cycles;
    this.health = health;
    this.counts = counts;
    this.worst = worst;
    mark = new int[graph.size()];
    Arrays.fill(mark, -1);
    stack = new int[graph.size()];
  }

  /**
   * @param members nodes by component, children first
   */
  int[] atWorst(int[][] members) {
    int[] result = new int[graph.size()];
    boolean[] plain = new boolean[graph.size()];
    for (int[] component : members) {
      int node = component[0];
      plain[node] = component.length == 1 && hasPlainDescendants(node, plain);
      if (plain[node]) {
        result[node] = sum(node, result);
        continue;
      }
      int all = visit(node);
      for (int member : component) {
        result[member] = all - (health[member] == worst[member] ? 1 : 0);
      }
    }
    return result;
  }

  private boolean hasPlainDescendants(int node, boolean[] plain) {
    for (int child : graph.children(node)) {
      if (!plain[child] || graph.parents(child).length > 1) {
        return false;
      }
    }
    return true;
  }

  private int sum(int node, int[] result) {
    int sum = 0;
    for (int child : graph.children(node)) {
      if (counts[child] && worst[child] == worst[node]) {
        sum += result[child] + (health[child] == worst[node] ? 1 : 0);
      }
    }
    return sum;
  }

  /** All nodes reachable from this one, itself included, that have the worst health. */
  private int visit(int start) {
    int component = cycles.componentOf(start);
    int size = 0;
    int found = 0;
    stack[size++] = start;
    mark[start] = component;
    while (size > 0) {
      int node = stack[--size];
      if (health[node] == worst[start]) {
        found++;
      }
      for (int child : graph.children(node)) {
        if (mark[child] != component && counts[child] && worst[child] == worst[start]) {
          mark[child] = component;
          stack[size++] = child;
        }
      }
    }
    return found;
  }
}
