package com.atlassian.confluence.security;

import java.util.List;

/** Evidence: Javadoc of Confluence 5.9; its getter on content in public apps compiled against 9. */
public class ContentPermissionSet {
  ContentPermissionSet() {}

  public List<String> getGroupNames() {
    throw new AssertionError("declaration only");
  }
}
