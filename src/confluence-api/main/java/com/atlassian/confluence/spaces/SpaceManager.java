package com.atlassian.confluence.spaces;

import java.util.Collection;

/** Evidence: getSpace in public apps on Confluence 10, getAllSpaceKeys in those for 8.x. */
public interface SpaceManager {
  Space getSpace(String spaceKey);

  Collection<String> getAllSpaceKeys(SpaceStatus status);
}
