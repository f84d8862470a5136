package com.atlassian.confluence.core;

/** Evidence: DEFAULT in public apps on 9.5; the others in the sources of public apps for 8.x. */
public class DefaultSaveContext implements SaveContext {
  public static final SaveContext DEFAULT = declaration();
  public static final SaveContext MINOR_EDIT = declaration();

  DefaultSaveContext() {}

  private static SaveContext declaration() {
    throw new AssertionError("declaration only");
  }
}
