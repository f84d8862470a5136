package com.atlassian.scheduler.config;

import java.util.Date;
import java.util.TimeZone;

/** The host's implementation; its text is what the host's scheduler keeps of it. */
public final class Schedule {
  private final String text;

  private Schedule(String text) {
    this.text = text;
  }

  public static Schedule forCronExpression(String expression) {
    return forCronExpression(expression, TimeZone.getDefault());
  }

  public static Schedule forCronExpression(String expression, TimeZone zone) {
    return new Schedule("cron|" + zone.getID() + "|" + expression);
  }

  public static Schedule forInterval(long millis, Date first) {
    return new Schedule("interval|" + millis + "|" + (first == null ? 0 : first.getTime()));
  }

  @Override
  public String toString() {
    return text;
  }
}
