package com.atlassian.scheduler.config;

import java.io.Serializable;

/** Evidence: public apps for Confluence 8. */
public final class JobRunnerKey implements Serializable, Comparable<JobRunnerKey> {
  private static final long serialVersionUID = 1L;

  private JobRunnerKey() {}

  public static JobRunnerKey of(String text) {
    throw new AssertionError("declaration only");
  }

  @Override
  public int compareTo(JobRunnerKey other) {
    throw new AssertionError("declaration only");
  }
}
