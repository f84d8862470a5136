package io.appofapps.devhost.content.api;

import com.atlassian.confluence.security.ContentPermissionSet;
import java.util.List;

/** The groups that one restriction of a page names. */
final class HostPermissionSet extends ContentPermissionSet {

  private final List<String> groups;

  HostPermissionSet(List<String> groups) {
    this.groups = List.copyOf(groups);
  }

  @Override
  public List<String> getGroupNames() {
    return groups;
  }
}
