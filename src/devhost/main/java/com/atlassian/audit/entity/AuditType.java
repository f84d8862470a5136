package com.atlassian.audit.entity;

/** The host's implementation; its text is what the audit log shows. */
public class AuditType {
  private final String text;

  private AuditType(Builder builder) {
    this.text = builder.text;
  }

  public static Builder fromI18nKeys(
      CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
    return new Builder(area, level, categoryI18nKey, actionI18nKey);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private final String text;

    private Builder(CoverageArea area, CoverageLevel level, String category, String action) {
      this.text = area + " " + level + " " + category + " " + action;
    }

    public AuditType build() {
      return new AuditType(this);
    }
  }
}
