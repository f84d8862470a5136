package com.atlassian.confluence.user;

/** Evidence: get() and set() called by public apps compiled against Confluence 10. */
public class AuthenticatedUserThreadLocal {
  public static ConfluenceUser get() {
    throw new AssertionError("declaration only");
  }

  public static void set(ConfluenceUser user) {
    throw new AssertionError("declaration only");
  }
}
