package io.appofapps.confluence.promotion.gate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A schedule of five fields – minute, hour, day of the month, month, day of the week – with the
 * meaning that Argo CD's cron library gives it: names of months and days, no 7 for Sunday, {@code
 * N/step} runs to the end, and days of month and week are alternatives unless one of them has a
 * star without a step.
 */
final class CronSchedule {

  /** How many years the library looks ahead, besides the one it is asked in. */
  private static final int YEARS = 5;

  private final CronField minutes;
  private final CronField hours;
  private final CronField daysOfMonth;
  private final CronField months;
  private final CronField daysOfWeek;

  private CronSchedule(String[] fields) {
    minutes = CronField.parse(fields[0], CronField.Range.MINUTE);
    hours = CronField.parse(fields[1], CronField.Range.HOUR);
    daysOfMonth = CronField.parse(fields[2], CronField.Range.DAY_OF_MONTH);
    months = CronField.parse(fields[3], CronField.Range.MONTH);
    daysOfWeek = CronField.parse(fields[4], CronField.Range.DAY_OF_WEEK);
  }

  /** The schedule, empty when it cannot be read. A zone in the text itself is not read either. */
  static Optional<CronSchedule> parse(String text) {
    String[] fields = text.strip().split("\\s+");
    if (fields.length != 5) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CronSchedule(fields));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The first moment after that one, empty when there is none in the years looked at. */
  Optional<LocalDateTime> next(LocalDateTime after) {
    LocalDateTime first = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    int lastYear = after.plusSeconds(1).getYear() + YEARS;
    LocalDate day = first.toLocalDate();
    LocalTime from = first.toLocalTime();
    while (day.getYear() <= lastYear) {
      if (!months.has(day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
      } else {
        Optional<LocalTime> time = isOn(day) ? timeFrom(from) : Optional.empty();
        if (time.isPresent()) {
          return Optional.of(day.atTime(time.get()));
        }
        day = day.plusDays(1);
      }
      from = LocalTime.MIDNIGHT;
    }
    return Optional.empty();
  }

  private boolean isOn(LocalDate day) {
    boolean ofMonth = daysOfMonth.has(day.getDayOfMonth());
    boolean ofWeek = daysOfWeek.has(day.getDayOfWeek().getValue() % 7);
    return daysOfMonth.isStar() || daysOfWeek.isStar() ? ofMonth && ofWeek : ofMonth || ofWeek;
  }

  private Optional<LocalTime> timeFrom(LocalTime from) {
    for (int hour = hours.next(from.getHour()); hour >= 0; hour = hours.next(hour + 1)) {
      int minute = minutes.next(hour == from.getHour() ? from.getMinute() : 0);
      if (minute >= 0) {
        return Optional.of(LocalTime.of(hour, minute));
      }
    }
    return Optional.empty();
  }
}
