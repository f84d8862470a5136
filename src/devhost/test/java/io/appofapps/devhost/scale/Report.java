package io.appofapps.devhost.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The lines of a report, printed as they come and kept in a file. */
final class Report {

  private final Path file;
  private final StringBuilder text = new StringBuilder();

  Report(Path file) {
    this.file = file;
  }

  /** A line with a title and what was found. */
  void line(String title, String format, Object... values) {
    String line = "%-46s %s%n".formatted(title, String.format(Locale.ROOT, format, values));
    System.out.print(line);
    text.append(line);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line with the middle and the slow end of durations in milliseconds. */
  void percentiles(String title, Collection<Double> millis) {
    line(
        title,
        "p50 %.0f ms, p95 %.0f ms, longest %.0f ms of %d",
        percentile(millis, 50),
        percentile(millis, 95),
        percentile(millis, 100),
        millis.size());
  }

  /** The value that so many percent of all do not exceed. */
  static double percentile(Collection<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }
}
