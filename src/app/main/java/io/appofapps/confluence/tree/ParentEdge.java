package io.appofapps.confluence.tree;

import java.util.Set;

/**
 * Why a node hangs below a parent.
 *
 * @param parent the parent
 * @param evidence every way in which the two are tied, never empty
 */
public record ParentEdge(NodeId parent, Set<EdgeEvidence> evidence) {

  public ParentEdge {
    evidence = Set.copyOf(evidence);
  }
}
