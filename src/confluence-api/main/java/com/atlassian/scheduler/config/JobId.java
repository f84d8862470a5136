package com.atlassian.scheduler.config;

import java.io.Serializable;

/** Evidence: public apps for Confluence 8. */
public final class JobId implements Serializable, Comparable<JobId> {
  private static final long serialVersionUID = 1L;

  private JobId() {}

  public static JobId of(String text) {
    throw new AssertionError("declaration only");
  }

  @Override
  public int compareTo(JobId other) {
    throw new AssertionError("declaration only");
  }
}
