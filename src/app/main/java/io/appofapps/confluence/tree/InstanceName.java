package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.Optional;

/**
 * The name Argo CD writes on the objects of an Application: the plain name for one in the
 * control-plane namespace, {@code namespace_name} elsewhere. No Kubernetes name has an underscore.
 *
 * @param namespace namespace of the Application; empty means the control-plane namespace
 * @param name name of the Application, never empty
 */
record InstanceName(Optional<String> namespace, String name) {

  private static final int LONGEST_LABEL = 63;

  /** The parsed name, or empty when the text is none. */
  static Optional<InstanceName> parse(String text) {
    String[] parts = text.split("_", -1);
    if (parts.length > 2 || parts[0].isEmpty() || parts[parts.length - 1].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.length == 1
            ? new InstanceName(Optional.empty(), parts[0])
            : new InstanceName(Optional.of(parts[0]), parts[1]));
  }

  /** The name of that Application, written plainly or with its namespace. */
  static String of(ApplicationKey key, boolean inControlPlane) {
    return inControlPlane ? key.name() : key.namespace() + "_" + key.name();
  }

  /** As it stands in a label: cut to 63 characters, ending in a letter or digit. */
  static String asLabel(String instance) {
    int end = Math.min(instance.length(), LONGEST_LABEL);
    if (end == instance.length()) {
      return instance;
    }
    while (end > 0 && !isAlphanumeric(instance.charAt(end - 1))) {
      end--;
    }
    return instance.substring(0, end);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
