package com.atlassian.audit.entity;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public enum CoverageLevel {
  BASE,
  ADVANCED,
  FULL,
  OFF
}
