package com.atlassian.confluence.security;

import com.atlassian.confluence.user.ConfluenceUser;

/**
 * Evidence: hasPermission is called by public apps compiled against Confluence 10; the type of the
 * first parameter from the Javadoc of 8.9.3 (an overload with another type may exist beside it);
 * hasCreatePermission from the same Javadoc, its parameters not seen on 10.
 */
public interface PermissionManager {
  boolean hasPermission(ConfluenceUser user, Permission permission, Object target);

  boolean hasCreatePermission(ConfluenceUser user, Object container, Class<?> type);
}
