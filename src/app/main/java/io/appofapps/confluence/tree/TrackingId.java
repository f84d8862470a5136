package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.Optional;

/**
 * A parsed {@code argocd.argoproj.io/tracking-id}: {@code
 * <instance>:<group>/<kind>:<namespace>/<name>} (Argo CD, util/argo resource tracking).
 *
 * @param instance name of the parent as Argo CD writes it, never empty
 * @param group API group, empty for the core group
 * @param kind kind of the object the id was written for
 * @param namespace its namespace
 * @param name its name
 */
record TrackingId(String instance, String group, String kind, String namespace, String name) {

  private static final String ARGO_GROUP = "argoproj.io";

  /** The id, or empty when the text does not follow the grammar. */
  static Optional<TrackingId> parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length != 3 || parts[0].isEmpty()) {
      return Optional.empty();
    }
    String[] type = parts[1].split("/", -1);
    String[] object = parts[2].split("/", -1);
    if (type.length != 2 || object.length != 2) {
      return Optional.empty();
    }
    return Optional.of(new TrackingId(parts[0], type[0], type[1], object[0], object[1]));
  }

  /**
   * Whether the id was written for this very object. A copied manifest carries the id of its
   * original, and Argo CD does not count that one.
   */
  boolean isOf(NodeId node) {
    ApplicationKey key = node.key();
    return group.equals(ARGO_GROUP)
        && kind.equals(node.kind().word())
        && namespace.equals(key.namespace())
        && name.equals(key.name());
  }
}
