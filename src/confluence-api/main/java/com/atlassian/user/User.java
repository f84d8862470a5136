package com.atlassian.user;

/** Evidence: implemented by public apps compiled against Confluence 10.2.15. */
public interface User {
  String getName();

  String getFullName();

  String getEmail();
}
