package com.atlassian.audit.entity;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public class AuditResource {
  private AuditResource() {}

  public static Builder builder(String name, String type) {
    throw new AssertionError("declaration only");
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private Builder() {}

    public Builder id(String id) {
      throw new AssertionError("declaration only");
    }

    public AuditResource build() {
      throw new AssertionError("declaration only");
    }
  }
}
