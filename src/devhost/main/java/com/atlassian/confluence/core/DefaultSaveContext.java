package com.atlassian.confluence.core;

/** The host's implementation: how a save is told to others. */
public class DefaultSaveContext implements SaveContext {
  public static final SaveContext DEFAULT = new DefaultSaveContext();
  public static final SaveContext MINOR_EDIT = new DefaultSaveContext();

  DefaultSaveContext() {}
}
