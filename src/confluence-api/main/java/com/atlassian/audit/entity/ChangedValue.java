package com.atlassian.audit.entity;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public class ChangedValue {
  private ChangedValue() {}

  public static Builder fromI18nKeys(String i18nKey) {
    throw new AssertionError("declaration only");
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private Builder() {}

    public Builder from(String from) {
      throw new AssertionError("declaration only");
    }

    public Builder to(String to) {
      throw new AssertionError("declaration only");
    }

    public ChangedValue build() {
      throw new AssertionError("declaration only");
    }
  }
}
