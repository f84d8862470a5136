package io.appofapps.devhost.content.api;

import com.atlassian.confluence.spaces.Space;

/** A saved space. */
public final class HostSpace extends Space {

  private final String key;

  public HostSpace(String key) {
    this.key = key;
  }

  @Override
  public String getKey() {
    return key;
  }
}
