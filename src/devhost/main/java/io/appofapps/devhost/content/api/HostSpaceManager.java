package io.appofapps.devhost.content.api;

import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.spaces.SpaceStatus;
import io.appofapps.devhost.content.Spaces;
import java.util.Collection;
import java.util.List;

/** Finds spaces without asking for permission, as the product's does; none is archived. */
public final class HostSpaceManager implements SpaceManager {

  private final Spaces spaces;

  public HostSpaceManager(Spaces spaces) {
    this.spaces = spaces;
  }

  /** Null when there is no such space. */
  @Override
  public Space getSpace(String spaceKey) {
    return spaces.find(spaceKey).map(space -> new HostSpace(space.key())).orElse(null);
  }

  @Override
  public Collection<String> getAllSpaceKeys(SpaceStatus status) {
    return status == SpaceStatus.CURRENT
        ? spaces.all().stream().map(io.appofapps.devhost.content.Space::key).toList()
        : List.of();
  }
}
