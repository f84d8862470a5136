package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.Group;
import java.util.List;

/**
 * Evidence: called by public apps compiled against Confluence 10; getGroup and getMemberNamesAsList
 * by the Javadoc of 8.8.0 (GroupMembershipAccessor, a supertype whose members are declared here)
 * and by public apps for 8.x.
 */
public interface UserAccessor {
  ConfluenceUser getExistingUserByKey(UserKey key);

  List<String> getGroupNamesForUserName(String username);

  ConfluenceUser getUserByName(String username);

  /** Null when there is no such group. */
  Group getGroup(String name);

  /** Members of nested groups too; none for a group that does not exist. */
  List<String> getMemberNamesAsList(Group group);
}
