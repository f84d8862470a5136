package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.User;

/** Evidence: getKey() called by public apps compiled against Confluence 10. */
public interface ConfluenceUser extends User {
  UserKey getKey();
}
