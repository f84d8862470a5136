package com.atlassian.scheduler.config;

import java.io.Serializable;

/** The host's implementation: a name. */
public final class JobId implements Serializable, Comparable<JobId> {
  private static final long serialVersionUID = 1L;

  private final String text;

  private JobId(String text) {
    this.text = text;
  }

  public static JobId of(String text) {
    return new JobId(text);
  }

  @Override
  public int compareTo(JobId other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobId that && text.equals(that.text);
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
