package com.atlassian.confluence.core;

/** The host's implementation: content that was never saved. */
public abstract class ContentEntityObject {
  public long getId() {
    return 0;
  }

  public String getTitle() {
    return null;
  }
}
