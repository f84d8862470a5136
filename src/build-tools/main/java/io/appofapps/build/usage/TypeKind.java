package io.appofapps.build.usage;

import java.util.Locale;

/** What a referring class expects a type to be. */
enum TypeKind {
  /** Named only, in a signature or a cast. */
  TYPE,
  /** Extended, created, or called as a class. */
  CLASS,
  /** Implemented, or called as an interface. */
  INTERFACE,
  ANNOTATION;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The more telling of the two. */
  TypeKind and(TypeKind other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
