package com.atlassian.confluence.security;

import java.util.List;

/** The host's implementation: the groups that one restriction of a page names. */
public class ContentPermissionSet {
  private final List<String> groups;

  public ContentPermissionSet(List<String> groups) {
    this.groups = List.copyOf(groups);
  }

  public List<String> getGroupNames() {
    return groups;
  }
}
