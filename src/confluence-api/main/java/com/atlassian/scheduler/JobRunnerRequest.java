package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobId;
import java.util.Date;

/** Evidence: public apps for Confluence 8. */
public interface JobRunnerRequest {
  Date getStartTime();

  JobId getJobId();

  boolean isCancellationRequested();
}
