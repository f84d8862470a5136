package com.atlassian.confluence.spaces;

/** Evidence: called by public apps compiled against Confluence 10. */
public interface SpaceManager {
  Space getSpace(String spaceKey);
}
