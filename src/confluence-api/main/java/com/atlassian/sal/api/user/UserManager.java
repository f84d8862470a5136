package com.atlassian.sal.api.user;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Evidence: public apps compiled against Confluence 10 call the first and the admin questions;
 * isLicensed from the 8.x line.
 */
public interface UserManager {
  UserKey getRemoteUserKey();

  UserKey getRemoteUserKey(HttpServletRequest request);

  boolean isAdmin(UserKey key);

  boolean isSystemAdmin(UserKey key);

  boolean isLicensed(UserKey key);
}
