package io.appofapps.confluence.application;

import java.util.Comparator;

/**
 * Identity of an Application: names repeat across namespaces and clusters, so all three parts
 * count.
 *
 * @param connection key of the cluster connection it was read from, never empty
 * @param namespace namespace of the custom resource, never empty
 * @param name metadata.name, never empty
 */
public record ApplicationKey(String connection, String namespace, String name)
    implements Comparable<ApplicationKey> {

  private static final Comparator<ApplicationKey> ORDER =
      Comparator.comparing(ApplicationKey::name)
          .thenComparing(ApplicationKey::namespace)
          .thenComparing(ApplicationKey::connection);

  /** Whether people can mean it by that: its name, {@code namespace/name} or the whole key. */
  public boolean isCalled(String text) {
    return text.equals(name) || text.equals(namespace + "/" + name) || text.equals(toString());
  }

  @Override
  public int compareTo(ApplicationKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return connection + "/" + namespace + "/" + name;
  }
}
