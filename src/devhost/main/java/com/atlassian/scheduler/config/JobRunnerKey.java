package com.atlassian.scheduler.config;

import java.io.Serializable;

/** The host's implementation: a name. */
public final class JobRunnerKey implements Serializable, Comparable<JobRunnerKey> {
  private static final long serialVersionUID = 1L;

  private final String text;

  private JobRunnerKey(String text) {
    this.text = text;
  }

  public static JobRunnerKey of(String text) {
    return new JobRunnerKey(text);
  }

  @Override
  public int compareTo(JobRunnerKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobRunnerKey that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
