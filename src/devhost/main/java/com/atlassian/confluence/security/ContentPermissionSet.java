package com.atlassian.confluence.security;

import java.util.List;

/** The host's implementation: a restriction that names nobody. */
public class ContentPermissionSet {
  public ContentPermissionSet() {}

  public List<String> getGroupNames() {
    return List.of();
  }
}
