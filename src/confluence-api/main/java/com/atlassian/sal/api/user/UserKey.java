package com.atlassian.sal.api.user;

import java.io.Serializable;

/**
 * Evidence: constructor and getter used by public apps compiled against Confluence 10; equality is
 * by value.
 */
public final class UserKey implements Serializable {
  private static final long serialVersionUID = 1L;

  public UserKey(String key) {}

  public String getStringValue() {
    throw new AssertionError("declaration only");
  }
}
