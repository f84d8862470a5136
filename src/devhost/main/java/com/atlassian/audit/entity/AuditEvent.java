package com.atlassian.audit.entity;

import java.util.ArrayList;
import java.util.List;

/** The host's implementation; its text is what the audit log shows. */
public class AuditEvent {
  private final String text;

  private AuditEvent(Builder builder) {
    this.text = String.join("; ", builder.parts);
  }

  public static Builder builder(AuditType type) {
    return new Builder(type);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private final List<String> parts = new ArrayList<>();

    private Builder(AuditType type) {
      parts.add(type.toString());
    }

    public Builder affectedObject(AuditResource resource) {
      parts.add(resource.toString());
      return this;
    }

    public Builder changedValues(List<ChangedValue> values) {
      values.forEach(value -> parts.add(value.toString()));
      return this;
    }

    public AuditEvent build() {
      return new AuditEvent(this);
    }
  }
}
