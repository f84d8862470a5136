package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All deployment trees of a moment: nodes, edges and roots. Immutable. */
public final class Forest {

  private Forest() {}

  /** The forest of these resources; the order of the input does not matter. */
  public static Forest of(
      Collection<Application> applications, Collection<ApplicationSet> applicationSets) {
    return new Forest();
  }

  /** The roots, those with children first, then by name. */
  public List<NodeId> roots() {
    return List.of();
  }

  /** The node of that id. */
  public Optional<TreeNode> node(NodeId id) {
    return Optional.empty();
  }

  /**
   * A walk from the node in display order. Every node is expanded once, under its owner; under
   * another parent it is a shared occurrence without children, and where the walk would come back
   * to one of its own ancestors the occurrence is a back edge without children.
   */
  public List<Occurrence> walk(NodeId from) {
    return List.of();
  }
}
