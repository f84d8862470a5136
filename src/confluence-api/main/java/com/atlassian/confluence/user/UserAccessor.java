package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import java.util.List;

/** Evidence: called by public apps compiled against Confluence 10. */
public interface UserAccessor {
  ConfluenceUser getExistingUserByKey(UserKey key);

  List<String> getGroupNamesForUserName(String username);

  ConfluenceUser getUserByName(String username);
}
