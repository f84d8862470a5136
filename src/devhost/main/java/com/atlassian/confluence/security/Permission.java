package com.atlassian.confluence.security;

/** The host's implementation: what may be done with pages and spaces. */
public class Permission {
  public static final Permission VIEW = new Permission();
  public static final Permission EDIT = new Permission();

  private Permission() {}
}
