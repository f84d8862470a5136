package io.appofapps.devhost.scheduler;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a schedule is due, read from its text: {@code cron|zone|expression} or {@code
 * interval|millis|first}.
 *
 * <p>Cron expressions have seconds first, as the product's. Days of the week must be named, because
 * their numbers mean other days to the library used here.
 */
final class Times {

  private static final Pattern NUMBERED_DAYS = Pattern.compile(".*\\d.*");
  private static final int DAY_OF_WEEK = 5;

  private Times() {}

  /**
   * When a job that is scheduled now is first due: an interval that has begun is due at once, as in
   * the product; empty when never.
   *
   * @throws BadScheduleException when the text is no schedule
   */
  static Optional<Instant> first(String schedule, Instant now) throws BadScheduleException {
    Optional<Instant> next = next(schedule, now);
    boolean begun =
        schedule.startsWith("interval")
            && Long.parseLong(schedule.split("\\|", 3)[2]) <= now.toEpochMilli();
    return begun ? Optional.of(now) : next;
  }

  /**
   * The first moment after the one given; empty when there is none.
   *
   * @throws BadScheduleException when the text is no schedule
   */
  static Optional<Instant> next(String schedule, Instant after) throws BadScheduleException {
    String[] parts = schedule.split("\\|", 3);
    if (parts[0].equals("interval")) {
      long millis = Long.parseLong(parts[1]);
      Instant first = Instant.ofEpochMilli(Long.parseLong(parts[2]));
      if (first.isAfter(after)) {
        return Optional.of(first);
      }
      return millis == 0 ? Optional.empty() : Optional.of(after.plusMillis(millis));
    }
    return Optional.ofNullable(
            cron(parts[2]).next(ZonedDateTime.ofInstant(after, ZoneId.of(parts[1]))))
        .map(ZonedDateTime::toInstant);
  }

  private static CronExpression cron(String expression) throws BadScheduleException {
    String[] fields = expression.strip().split("\\s+");
    if (fields.length > DAY_OF_WEEK && NUMBERED_DAYS.matcher(fields[DAY_OF_WEEK]).matches()) {
      throw new BadScheduleException("Name the days of the week here: " + expression);
    }
    try {
      return CronExpression.parse(expression);
    } catch (IllegalArgumentException e) {
      throw new BadScheduleException(e.getMessage());
    }
  }
}
