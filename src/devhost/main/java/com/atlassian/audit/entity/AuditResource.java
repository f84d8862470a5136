package com.atlassian.audit.entity;

/** The host's implementation; its text is what the audit log shows. */
public class AuditResource {
  private final String text;

  private AuditResource(Builder builder) {
    this.text = builder.type + " " + builder.name + " (" + builder.id + ")";
  }

  public static Builder builder(String name, String type) {
    return new Builder(name, type);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private final String name;
    private final String type;
    private String id = "";

    private Builder(String name, String type) {
      this.name = name;
      this.type = type;
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public AuditResource build() {
      return new AuditResource(this);
    }
  }
}
