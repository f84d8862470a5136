package io.appofapps.build.usage;

import java.util.Comparator;

/**
 * A concrete class of the app that extends or implements a type of the host.
 *
 * @param own binary name of the app's class
 * @param host binary name of the host's type
 */
record Inheritance(String own, String host) implements Comparable<Inheritance> {

  @Override
  public int compareTo(Inheritance other) {
    return Comparator.comparing(Inheritance::host)
        .thenComparing(Inheritance::own)
        .compare(this, other);
  }
}
