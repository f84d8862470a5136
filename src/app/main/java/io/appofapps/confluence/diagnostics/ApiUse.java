package io.appofapps.confluence.diagnostics;

/** One use of the host's API by the app's classes. */
sealed interface ApiUse {

  /**
   * A type.
   *
   * @param kind what the app takes it for
   * @param name binary name
   */
  record OfType(Kind kind, String name) implements ApiUse {

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A method or field.
   *
   * @param isStatic whether it is used without an instance
   * @param owner binary name of the type it is used on; a supertype may declare it
   * @param name name, {@code <init>} for a constructor
   * @param descriptor JVM descriptor; just {@code ()} for an element of an annotation
   */
  record OfMember(boolean isStatic, String owner, String name, String descriptor)
      implements ApiUse {

    boolean isMethod() {
      return descriptor.startsWith("(");
    }

    boolean isConstructor() {
      return name.equals("<init>");
    }

    boolean isAnnotationElement() {
      return descriptor.equals("()");
    }

    @Override
    public String toString() {
      return owner + "." + name + (isMethod() ? descriptor : " " + descriptor);
    }
  }

  /**
   * A class of the app that implements or extends a type of the host.
   *
   * @param own binary name of the app's class
   * @param host binary name of the host's type
   */
  record ByInheritance(String own, String host) implements ApiUse {

    @Override
    public String toString() {
      return host + " as implemented by " + own;
    }
  }

  /** What the app takes a type for. */
  enum Kind {
    TYPE,
    CLASS,
    INTERFACE,
    ANNOTATION
  }
}
