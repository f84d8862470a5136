package com.atlassian.audit.entity;

/** The host's implementation; its text is what the audit log shows. */
public class ChangedValue {
  private final String text;

  private ChangedValue(Builder builder) {
    this.text = builder.key + ": " + builder.from + " -> " + builder.to;
  }

  public static Builder fromI18nKeys(String i18nKey) {
    return new Builder(i18nKey);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private final String key;
    private String from = "";
    private String to = "";

    private Builder(String key) {
      this.key = key;
    }

    public Builder from(String from) {
      this.from = from;
      return this;
    }

    public Builder to(String to) {
      this.to = to;
      return this;
    }

    public ChangedValue build() {
      return new ChangedValue(this);
    }
  }
}
