package com.atlassian.confluence.spaces;

/** Evidence: called by public apps compiled against Confluence 10. */
public class Space {
  public String getKey() {
    throw new AssertionError("declaration only");
  }
}
