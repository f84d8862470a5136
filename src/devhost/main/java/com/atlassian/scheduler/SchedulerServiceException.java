package com.atlassian.scheduler;

/** The host's implementation: a schedule that cannot be kept. */
public class SchedulerServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  protected SchedulerServiceException(String message) {
    super(message);
  }
}
