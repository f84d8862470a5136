package com.atlassian.audit.entity;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public class AuditType {
  private AuditType() {}

  public static Builder fromI18nKeys(
      CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
    throw new AssertionError("declaration only");
  }

  /** Collects what the object is made of. */
  public static class Builder {
    private Builder() {}

    public AuditType build() {
      throw new AssertionError("declaration only");
    }
  }
}
