package com.atlassian.confluence.core;

import com.atlassian.confluence.spaces.Space;

/** The host's implementation: content that was never saved. */
public abstract class SpaceContentEntityObject extends ContentEntityObject {
  private Space space;

  public String getSpaceKey() {
    return space == null ? null : space.getKey();
  }

  public void setSpace(Space space) {
    this.space = space;
  }
}
