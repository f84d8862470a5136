package com.atlassian.audit.entity;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public enum CoverageArea {
  ECOSYSTEM,
  GLOBAL_CONFIG_AND_ADMINISTRATION,
  LOCAL_CONFIG_AND_ADMINISTRATION,
  SECURITY
}
