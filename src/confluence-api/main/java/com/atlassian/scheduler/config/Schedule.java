package com.atlassian.scheduler.config;

import java.util.Date;
import java.util.TimeZone;

/** Evidence: public apps for Confluence 8. */
public final class Schedule {
  private Schedule() {}

  public static Schedule forCronExpression(String expression) {
    throw new AssertionError("declaration only");
  }

  public static Schedule forCronExpression(String expression, TimeZone zone) {
    throw new AssertionError("declaration only");
  }

  public static Schedule forInterval(long millis, Date first) {
    throw new AssertionError("declaration only");
  }
}
