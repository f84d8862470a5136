package io.appofapps.build.usage;

import java.util.Comparator;

/**
 * A method or field as the class file names it.
 *
 * @param owner binary name of the type the call is made on; a supertype may declare the member
 * @param name name, {@code <init>} for a constructor
 * @param descriptor JVM descriptor; begins with a bracket for a method
 * @param isStatic whether it is used without an instance
 */
record Member(String owner, String name, String descriptor, boolean isStatic)
    implements Comparable<Member> {

  private static final Comparator<Member> ORDER =
      Comparator.comparing(Member::owner)
          .thenComparing(Member::name)
          .thenComparing(Member::descriptor)
          .thenComparing(Member::isStatic);

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
