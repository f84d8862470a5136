package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts the nodes together from what is known of them. */
final class TreeNodes {

  private final Declarations declarations;
  private final Edges edges;
  private final Graph graph;
  private final Cycles cycles;
  private final Ownership ownership;

  TreeNodes(
      Declarations declarations, Edges edges, Graph graph, Cycles cycles, Ownership ownership) {
    this.declarations = declarations;
    this.edges = edges;
    this.graph = graph;
    this.cycles = cycles;
    this.ownership = ownership;
  }

  /** In the order of the graph. */
  List<TreeNode> all() {
    HealthStatus[] health = new HealthStatus[graph.size()];
    boolean[] counts = new boolean[graph.size()];
    for (int node = 0; node < graph.size(); node++) {
      health[node] = health(graph.id(node));
      counts[node] = !edges.isRemote(graph.id(node));
    }
    RollUp rollUp = new RollUp(graph, cycles, health, counts);
    return IntStream.range(0, graph.size())
        .mapToObj(node -> node(node, health[node], rollUp.of(node)))
        .toList();
  }

  private TreeNode node(int node, HealthStatus health, RolledUpHealth rolledUp) {
    NodeId id = graph.id(node);
    return new TreeNode(
        id,
        declarations.application(id),
        declarations.applicationSet(id),
        ownership.parentEdges(node),
        Arrays.stream(graph.children(node)).mapToObj(graph::id).toList(),
        health,
        rolledUp,
        flags(node, id));
  }

  private HealthStatus health(NodeId id) {
    if (edges.isRemote(id)) {
      return HealthStatus.UNKNOWN;
    }
    return declarations
        .application(id)
        .map(Application::health)
        .or(() -> declarations.applicationSet(id).map(ApplicationSet::health))
        .orElse(HealthStatus.MISSING);
  }

  private Set<NodeFlag> flags(int node, NodeId id) {
    Set<NodeFlag> flags = EnumSet.noneOf(NodeFlag.class);
    boolean remote = edges.isRemote(id);
    set(flags, NodeFlag.ORPHAN, isOrphan(node, id));
    set(flags, NodeFlag.REMOTE, remote);
    set(flags, NodeFlag.MISSING, !remote && !declarations.exists(id));
    set(flags, NodeFlag.MULTI_PARENT, graph.parents(node).length > 1);
    set(flags, NodeFlag.CYCLE, cycles.isMember(node));
    set(flags, NodeFlag.SELF_MANAGED, edges.isSelfManaged(id));
    set(flags, NodeFlag.NOT_IN_PARENT_STATUS, isUnlisted(node));
    set(flags, NodeFlag.REQUIRES_PRUNING, edges.requiresPruning(id));
    declarations
        .application(id)
        .ifPresent(
            application -> {
              set(flags, NodeFlag.DELETING, application.deletedAt().isPresent());
              set(flags, NodeFlag.MALFORMED, !application.problems().isEmpty());
            });
    return flags;
  }

  private boolean isOrphan(int node, NodeId id) {
    return graph.parents(node).length == 0
        && graph.children(node).length == 0
        && !edges.isSelfManaged(id)
        && !edges.isGeneratedElsewhere(id);
  }

  /** Whether some parent is only known from what the child says. */
  private boolean isUnlisted(int node) {
    return graph.parentEdges(node).stream()
        .map(ParentEdge::evidence)
        .anyMatch(
            evidence ->
                !evidence.contains(EdgeEvidence.PARENT_STATUS)
                    && !evidence.contains(EdgeEvidence.OWNER_REFERENCE));
  }

  private static void set(Set<NodeFlag> flags, NodeFlag flag, boolean condition) {
    if (condition) {
      flags.add(flag);
    }
  }
}
