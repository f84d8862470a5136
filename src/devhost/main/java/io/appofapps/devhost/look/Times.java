package io.appofapps.devhost.look;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as Confluence writes them. */
public final class Times {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM dd, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM dd, yyyy HH:mm", Locale.ENGLISH);

  public String date(Instant at) {
    return DATE.format(at.atZone(ZoneId.systemDefault()));
  }

  public String time(Instant at) {
    return TIME.format(at.atZone(ZoneId.systemDefault()));
  }
}
