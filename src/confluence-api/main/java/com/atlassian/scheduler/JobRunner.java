package com.atlassian.scheduler;

/** Evidence: public apps for Confluence 8; a null answer is a success. */
public interface JobRunner {
  JobRunnerResponse runJob(JobRunnerRequest request);
}
