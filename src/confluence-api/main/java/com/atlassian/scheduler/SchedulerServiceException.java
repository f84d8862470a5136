package com.atlassian.scheduler;

/** Evidence: public apps for Confluence 8; checked. */
public class SchedulerServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  SchedulerServiceException() {}
}
