package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.ApplicationKey;

/**
 * Identity of a node; its text is stable across revisions and safe to use as an id in JSON.
 *
 * @param kind what the node stands for
 * @param key its key; for a remote node the connection is {@code connection:cluster} with the
 *     parent's connection and the destination's name or server
 */
public record NodeId(NodeKind kind, ApplicationKey key) implements Comparable<NodeId> {

  public static NodeId application(ApplicationKey key) {
    return new NodeId(NodeKind.APPLICATION, key);
  }

  public static NodeId applicationSet(ApplicationKey key) {
    return new NodeId(NodeKind.APPLICATION_SET, key);
  }

  @Override
  public int compareTo(NodeId other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : kind.compareTo(other.kind);
  }

  /** {@code Application/connection/namespace/name}. */
  @Override
  public String toString() {
    return kind.word() + "/" + key;
  }
}
