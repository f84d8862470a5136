package io.appofapps.confluence.view;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Absolute times as the reader writes them. */
public final class Moments {

  private final DateTimeFormatter day;
  private final DateTimeFormatter time;

  /** For that reader's language and time zone. */
  public Moments(Reader reader) {
    day =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(reader.locale())
            .withZone(reader.zone());
    time =
        DateTimeFormatter.ofPattern("HH:mm:ss").withLocale(reader.locale()).withZone(reader.zone());
  }

  /** Day and time. */
  public String full(Instant moment) {
    return day.format(moment);
  }

  /** Time of day with seconds. */
  public String ofDay(Instant moment) {
    return time.format(moment);
  }
}
