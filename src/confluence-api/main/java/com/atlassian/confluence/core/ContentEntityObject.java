package com.atlassian.confluence.core;

/**
 * Evidence: Javadoc of Confluence 3.5; the id since 2.x. Members of its supertypes are declared
 * here.
 */
public abstract class ContentEntityObject {
  public long getId() {
    throw new AssertionError("declaration only");
  }

  public String getTitle() {
    throw new AssertionError("declaration only");
  }
}
