package com.atlassian.sal.api.user;

import java.io.Serializable;

/** The host's implementation; equal by value. */
public final class UserKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String key;

  public UserKey(String key) {
    if (key == null) {
      throw new IllegalArgumentException("A user key must not be null");
    }
    this.key = key;
  }

  public String getStringValue() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserKey that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
