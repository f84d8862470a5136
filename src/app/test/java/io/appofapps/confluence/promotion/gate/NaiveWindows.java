package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A second reading of sync windows: goes through every minute, and through the table of cases. */
final class NaiveWindows {

  private final List<Naive> windows;

  NaiveWindows(List<SyncWindow> windows) {
    this.windows = windows.stream().map(Naive::new).toList();
  }

  private static final class Naive {
    private final SyncWindow window;
    private final boolean[][] fields = new boolean[5][];
    private final Duration duration;
    private final boolean alternatives;

    Naive(SyncWindow window) {
      this.window = window;
      String[] texts = window.schedule().split(" ");
      int[] sizes = {60, 24, 32, 13, 7};
      for (int i = 0; i < 5; i++) {
        fields[i] = new boolean[sizes[i]];
        for (String part : texts[i].split(",")) {
          fill(fields[i], part, i);
        }
      }
      alternatives = !isStar(texts[2]) && !isStar(texts[4]);
      duration = Duration.parse("PT" + window.duration().toUpperCase(java.util.Locale.ROOT));
    }

    private static boolean isStar(String text) {
      return List.of(text.split(",")).contains("*");
    }

    private static void fill(boolean[] field, String part, int number) {
      String named =
          part.replace("MON", "1").replace("FRI", "5").replace("JAN", "1").replace("jun", "6");
      int step = named.contains("/") ? Integer.parseInt(named.replaceAll(".*/", "")) : 1;
      String span = named.replaceAll("/.*", "");
      int least = number == 2 || number == 3 ? 1 : 0;
      int first = span.equals("*") ? least : Integer.parseInt(span.replaceAll("-.*", ""));
      int last =
          span.contains("-")
              ? Integer.parseInt(span.replaceAll(".*-", ""))
              : span.equals("*") || named.contains("/") ? field.length - 1 : first;
      for (int value = least; value < field.length; value++) {
        field[value] |= value >= first && value <= last && (value - first) % step == 0;
      }
    }

    private boolean fires(LocalDateTime minute) {
      boolean ofMonth = fields[2][minute.getDayOfMonth()];
      boolean ofWeek = fields[4][minute.getDayOfWeek().getValue() % 7];
      return fields[0][minute.getMinute()]
          && fields[1][minute.getHour()]
          && fields[3][minute.getMonthValue()]
          && (alternatives ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    boolean active(Instant at) {
      ZoneId zone =
          window.timeZone().contains("/") && !window.timeZone().startsWith("Nowhere")
              ? ZoneId.of(window.timeZone())
              : ZoneOffset.UTC;
      LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
      LocalDateTime minute = wall.truncatedTo(ChronoUnit.MINUTES);
      for (; minute.isAfter(wall.minus(duration)); minute = minute.minusMinutes(1)) {
        if (minute.isBefore(wall) && fires(minute)) {
          return true;
        }
      }
      return false;
    }
  }

  boolean canSync(boolean manual, Instant at) {
    List<Naive> denying =
        windows.stream().filter(w -> w.window.kind().equals("deny") && w.active(at)).toList();
    List<Naive> allows = windows.stream().filter(w -> w.window.kind().equals("allow")).toList();
    if (!denying.isEmpty()) {
      return manual && denying.stream().allMatch(w -> w.window.manualSync());
    }
    if (allows.isEmpty() || allows.stream().anyMatch(w -> w.active(at))) {
      return true;
    }
    return manual && allows.stream().allMatch(w -> w.window.manualSync());
  }
}
