package com.atlassian.confluence.security;

/**
 * Evidence: Javadoc of Confluence 5.7; VIEW used by public apps compiled against Confluence 10,
 * EDIT against 9.5.
 */
public class Permission {
  public static final Permission VIEW = new Permission();
  public static final Permission EDIT = new Permission();

  private Permission() {}
}
