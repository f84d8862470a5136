package com.atlassian.scheduler.config;

/** Evidence: public apps for Confluence 8. */
public final class JobConfig {
  private JobConfig() {}

  public static JobConfig forJobRunnerKey(JobRunnerKey key) {
    throw new AssertionError("declaration only");
  }

  public JobConfig withRunMode(RunMode mode) {
    throw new AssertionError("declaration only");
  }

  public JobConfig withSchedule(Schedule schedule) {
    throw new AssertionError("declaration only");
  }

  public JobRunnerKey getJobRunnerKey() {
    throw new AssertionError("declaration only");
  }

  public RunMode getRunMode() {
    throw new AssertionError("declaration only");
  }

  public Schedule getSchedule() {
    throw new AssertionError("declaration only");
  }
}
