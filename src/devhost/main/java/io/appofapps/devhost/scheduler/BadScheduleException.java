package io.appofapps.devhost.scheduler;

import com.atlassian.scheduler.SchedulerServiceException;

/** A schedule that cannot be kept, with the reason. */
public final class BadScheduleException extends SchedulerServiceException {

  private static final long serialVersionUID = 1L;

  BadScheduleException(String message) {
    super(message);
  }
}
