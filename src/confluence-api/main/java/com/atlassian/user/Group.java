package com.atlassian.user;

/** Evidence: Javadoc of 8.8.0 (UserAccessor); getName is inherited from its supertype Entity. */
public interface Group {
  String getName();
}
