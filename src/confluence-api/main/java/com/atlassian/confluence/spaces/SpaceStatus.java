package com.atlassian.confluence.spaces;

/**
 * Evidence: CURRENT in public apps compiled against Confluence 10; ARCHIVED from Javadoc of 8.x.
 */
public enum SpaceStatus {
  CURRENT,
  ARCHIVED
}
