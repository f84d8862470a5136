package com.atlassian.confluence.security;

import java.util.List;

/**
 * Evidence: Javadoc of Confluence 5.6 to 10.1.1; its getter on content in public apps compiled
 * against 9.
 */
public class ContentPermissionSet {
  public ContentPermissionSet() {}

  public List<String> getGroupNames() {
    throw new AssertionError("declaration only");
  }
}
