package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeKind;
import io.appofapps.confluence.tree.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of one row, without language or layout. Two equal rows look the same.
 *
 * @param id names the row within its tree: the node's id, and for a shared or back-edge occurrence
 *     also its parent's
 * @param kind what the node stands for
 * @param at how the node stands at this place
 * @param depth 0 for the root
 * @param name metadata.name
 * @param namespace metadata.namespace
 * @param children how many rows hang directly below this one
 * @param environment name of its environment, empty when unknown
 * @param revision what runs, short enough for a column; empty when unknown
 * @param sync empty for what has no sync status
 * @param health its own health
 * @param since when its health last changed
 * @param below the worst found further down, where that is worse than its own
 * @param flags what is remarkable
 * @param problem first sentence about what could not be read, empty when all could be
 * @param link address of its page in Argo CD
 * @param attention whether it needs a person
 * @param quiet whether neither it nor anything below it is worth a look
 */
public record ViewRow(
    String id,
    NodeKind kind,
    Occurrence.Kind at,
    int depth,
    String name,
    String namespace,
    int children,
    String environment,
    String revision,
    Optional<SyncStatus> sync,
    HealthStatus health,
    Optional<Instant> since,
    Optional<Below> below,
    Set<NodeFlag> flags,
    String problem,
    Optional<String> link,
    boolean attention,
    boolean quiet) {

  public ViewRow {
    flags = Set.copyOf(flags);
  }

  /**
   * The worst health further down.
   *
   * @param health the status
   * @param count how many have it
   * @param culprit name of the first of them
   * @param row row id of the culprit
   * @param path names on the way down to the culprit
   */
  public record Below(
      HealthStatus health, int count, String culprit, String row, List<String> path) {

    public Below {
      path = List.copyOf(path);
    }
  }
}
