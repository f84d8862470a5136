package io.appofapps.confluence.application;

/**
 * An entry of {@code status.resources} that is itself an Application or ApplicationSet: the
 * parent's own word for what it deploys.
 *
 * @param kind which of the two
 * @param namespace namespace of the entry, empty when it has none (then the destination's counts)
 * @param name name of the child
 * @param sync status of the child's manifest against Git; UNKNOWN when absent
 * @param requiresPruning live in the cluster, gone from Git
 */
public record ChildReference(
    Kind kind, String namespace, String name, SyncStatus sync, boolean requiresPruning) {

  /** The kinds that make a tree deeper. */
  public enum Kind {
    APPLICATION,
    APPLICATION_SET
  }
}
