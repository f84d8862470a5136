package com.atlassian.confluence.core;

import com.atlassian.confluence.spaces.Space;

/** Evidence: called by public apps compiled against Confluence 9.5; Javadoc of 5.6. */
public abstract class SpaceContentEntityObject extends ContentEntityObject {
  public String getSpaceKey() {
    throw new AssertionError("declaration only");
  }

  public void setSpace(Space space) {
    throw new AssertionError("declaration only");
  }
}
