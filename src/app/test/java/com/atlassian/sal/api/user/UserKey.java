package com.atlassian.sal.api.user;

import java.io.Serializable;

/** In place of the declaration, for tests: holds its key. */
public final class UserKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String key;

  public UserKey(String key) {
    this.key = key;
  }

  public String getStringValue() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserKey that && that.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
