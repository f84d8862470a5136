package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.HealthStatus;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * The worst health below each node, the shortest way to it, and how often it occurs. A node that
 * was not looked at says nothing about its parents.
 */
final class RollUp {

  private static final int UNREACHED = -1;

  private final Graph graph;
  private final Cycles cycles;
  private final HealthStatus[] health;
  private final boolean[] counts;
  private final HealthStatus[] worst;
  private final int[] distance;
  private final RolledUpHealth[] results;

  /**
   * @param health own health by node
   * @param counts whether the node takes part in the health of its parents
   */
  RollUp(Graph graph, Cycles cycles, HealthStatus[] health, boolean[] counts) {
    this.graph = graph;
    this.cycles = cycles;
    this.health = health;
    this.counts = counts;
    worst = new HealthStatus[graph.size()];
    distance = new int[graph.size()];
    results = new RolledUpHealth[graph.size()];
    int[][] members = members();
    findWorst(members);
    measureDistances();
    collect(new WorstCounter(graph, cycles, health, counts, worst).atWorst(members));
  }

  RolledUpHealth of(int node) {
    return results[node];
  }

  private int[][] members() {
    int[] sizes = new int[cycles.count()];
    for (int node = 0; node < graph.size(); node++) {
      sizes[cycles.componentOf(node)]++;
    }
    int[][] members = new int[cycles.count()][];
    Arrays.setAll(members, c -> new int[sizes[c]]);
    for (int node = graph.size() - 1; node >= 0; node--) {
      int component = cycles.componentOf(node);
      members[component][--sizes[component]] = node;
    }
    return members;
  }

  private void findWorst(int[][] members) {
    for (int[] component : members) {
      HealthStatus worstHere = HealthStatus.HEALTHY;
      for (int node : component) {
        worstHere = worse(worstHere, health[node]);
        for (int child : graph.children(node)) {
          if (counts[child] && worst[child] != null) {
            worstHere = worse(worstHere, worst[child]);
          }
        }
      }
      for (int node : component) {
        worst[node] = worstHere;
      }
    }
  }

  /** Breadth first from all culprits upwards, as far as their status is the worst. */
  private void measureDistances() {
    Arrays.fill(distance, UNREACHED);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int node = 0; node < graph.size(); node++) {
      if (health[node] == worst[node]) {
        distance[node] = 0;
        queue.add(node);
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      if (!counts[node]) {
        continue;
      }
      for (int parent : graph.parents(node)) {
        if (distance[parent] == UNREACHED && worst[parent] == worst[node]) {
          distance[parent] = distance[node] + 1;
          queue.add(parent);
        }
      }
    }
  }

  /** Nearest to the culprit first, so that each path is one step before a known one. */
  private void collect(int[] atWorst) {
    int[][] byDistance = byDistance();
    for (int[] level : byDistance) {
      for (int node : level) {
        List<NodeId> path = List.of();
        if (distance[node] > 0) {
          int next = nextTowardsCulprit(node);
          path = new PathDown(graph.id(next), results[next].path());
        }
        results[node] = new RolledUpHealth(worst[node], path, atWorst[node]);
      }
    }
  }

  private int[][] byDistance() {
    int longest = Arrays.stream(distance).max().orElse(UNREACHED);
    int[] sizes = new int[longest + 1];
    for (int d : distance) {
      sizes[d]++;
    }
    int[][] levels = new int[longest + 1][];
    Arrays.setAll(levels, d -> new int[sizes[d]]);
    for (int node = 0; node < graph.size(); node++) {
      levels[distance[node]][--sizes[distance[node]]] = node;
    }
    return levels;
  }

  private int nextTowardsCulprit(int node) {
    for (int child : graph.children(node)) {
      if (counts[child] && worst[child] == worst[node] && distance[child] == distance[node] - 1) {
        return child;
      }
    }
    throw new IllegalStateException("No way to the culprit below " + graph.id(node));
  }

  private static HealthStatus worse(HealthStatus one, HealthStatus other) {
    return other.worseThan(one) ? other : one;
  }
}
