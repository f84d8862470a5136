package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One node of the forest.
 *
 * @param id identity
 * @param application the Application, empty for a missing or remote one and for an ApplicationSet
 * @param applicationSet the ApplicationSet, empty for a missing one and for an Application
 * @param parents edges from its parents, the owner (the one its owner reference or tracking id
 *     names, see {@code Ownership}) first; self-edges are left out and flagged
 * @param children ids of its children in display order, each once
 * @param health its own health; Missing for a missing node, Unknown for a remote one
 * @param rolledUp its own health and that of all its descendants
 * @param flags what is remarkable
 */
public record TreeNode(
    NodeId id,
    Optional<Application> application,
    Optional<ApplicationSet> applicationSet,
    List<ParentEdge> parents,
    List<NodeId> children,
    HealthStatus health,
    RolledUpHealth rolledUp,
    Set<NodeFlag> flags) {

  public TreeNode {
    parents = List.copyOf(parents);
    children = List.copyOf(children);
    flags = Set.copyOf(flags);
  }

  /** Whether the flag is set. */
  public boolean is(NodeFlag flag) {
    return flags.contains(flag);
  }
}
