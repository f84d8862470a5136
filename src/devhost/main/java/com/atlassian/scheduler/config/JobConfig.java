package com.atlassian.scheduler.config;

import java.util.Date;

/** The host's implementation: which runner, when, on how many nodes. */
public final class JobConfig {
  private final JobRunnerKey key;
  private final RunMode mode;
  private final Schedule schedule;

  private JobConfig(JobRunnerKey key, RunMode mode, Schedule schedule) {
    this.key = key;
    this.mode = mode;
    this.schedule = schedule;
  }

  /** As in the product: once per cluster, at once. */
  public static JobConfig forJobRunnerKey(JobRunnerKey key) {
    return new JobConfig(key, RunMode.RUN_ONCE_PER_CLUSTER, Schedule.forInterval(0, new Date()));
  }

  public JobConfig withRunMode(RunMode mode) {
    return new JobConfig(key, mode, schedule);
  }

  public JobConfig withSchedule(Schedule schedule) {
    return new JobConfig(key, mode, schedule);
  }

  public JobRunnerKey getJobRunnerKey() {
    return key;
  }

  public RunMode getRunMode() {
    return mode;
  }

  public Schedule getSchedule() {
    return schedule;
  }
}
