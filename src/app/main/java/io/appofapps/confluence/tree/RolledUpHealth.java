package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.HealthStatus;
import java.util.List;

/**
 * The worst health of a node and its descendants. Argo CD itself does not roll health up through
 * Applications (the built-in check for the kind was removed in 1.8), so we do.
 *
 * <p>A missing node counts as Missing. A remote one does not count: it was not looked at.
 *
 * @param worst the worst status found
 * @param path ids of the shortest way from the node down to the culprit, the node itself left out;
 *     empty when the node itself is the worst
 * @param atWorst how many of the descendants (each counted once, the node itself left out) have
 *     that status
 */
public record RolledUpHealth(HealthStatus worst, List<NodeId> path, int atWorst) {

  public RolledUpHealth {
    path = PathDown.immutable(path);
  }
}
