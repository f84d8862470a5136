package com.atlassian.confluence.spaces;

/** The host's implementation: a space that was never saved. */
public class Space {
  public String getKey() {
    return null;
  }
}
