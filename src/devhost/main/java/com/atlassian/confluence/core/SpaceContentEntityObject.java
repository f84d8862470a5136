package com.atlassian.confluence.core;

/** The host's implementation: content that was never saved. */
public abstract class SpaceContentEntityObject extends ContentEntityObject {
  public String getSpaceKey() {
    return null;
  }
}
