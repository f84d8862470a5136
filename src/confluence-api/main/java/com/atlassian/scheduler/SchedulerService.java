package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.Schedule;
import java.util.Date;

/** Evidence: public apps for Confluence 8. */
public interface SchedulerService {
  void registerJobRunner(JobRunnerKey key, JobRunner runner);

  void unregisterJobRunner(JobRunnerKey key);

  void scheduleJob(JobId id, JobConfig config) throws SchedulerServiceException;

  void unscheduleJob(JobId id);

  Date calculateNextRunTime(Schedule schedule) throws SchedulerServiceException;
}
