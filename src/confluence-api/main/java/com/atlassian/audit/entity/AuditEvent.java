package com.atlassian.audit.entity;

import java.util.List;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public class AuditEvent {
  private AuditEvent() {}

  public static Builder builder(AuditType type) {
    throw new AssertionError("declaration only");
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private Builder() {}

    public Builder affectedObject(AuditResource resource) {
      throw new AssertionError("declaration only");
    }

    public Builder changedValues(List<ChangedValue> values) {
      throw new AssertionError("declaration only");
    }

    public AuditEvent build() {
      throw new AssertionError("declaration only");
    }
  }
}
