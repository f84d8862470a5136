package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All deployment trees of a moment: nodes, edges and roots. Immutable. */
public final class Forest {

  private final Graph graph;
  private final Ownership ownership;
  private final List<NodeId> roots;
  private final List<TreeNode> nodes;

  private Forest(Graph graph, Ownership ownership, List<TreeNode> nodes) {
    this.graph = graph;
    this.ownership = ownership;
    this.roots = ownership.roots();
    this.nodes = nodes;
  }

  /**
   * The forest of these resources; the order of the input does not matter. Keys are unique in each
   * collection. Nothing in the resources makes this fail: what cannot be understood is no evidence.
   */
  public static Forest of(
      Collection<Application> applications, Collection<ApplicationSet> applicationSets) {
    Declarations declarations = new Declarations(applications, applicationSets);
    Edges edges = new Edges(applications, declarations);
    Graph graph = new Graph(edges);
    Cycles cycles = new Cycles(graph);
    Ownership ownership = new Ownership(graph, cycles);
    List<TreeNode> nodes = new TreeNodes(declarations, edges, graph, cycles, ownership).all();
    return new Forest(graph, ownership, nodes);
  }

  /**
   * The roots, those with children first, then by name: nodes that no other declares, and of every
   * cycle that nobody outside declares its first member by name.
   */
  public List<NodeId> roots() {
    return roots;
  }

  /** The node of that id. */
  public Optional<TreeNode> node(NodeId id) {
    int index = graph.indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(nodes.get(index));
  }

  /** All nodes, each once, by name. */
  public List<TreeNode> nodes() {
    return nodes;
  }

  /**
   * A walk from the node in display order. Every node is expanded once, under its owner; under
   * another parent it is a shared occurrence without children, and where the walk would come back
   * to one of its own ancestors the occurrence is a back edge without children. The walks from all
   * roots together show every node exactly once as owned. Empty for an unknown node.
   */
  public List<Occurrence> walk(NodeId from) {
    int start = graph.indexOf(from);
    return start < 0 ? List.of() : new Walk(graph, ownership, nodes).from(start);
  }
}
