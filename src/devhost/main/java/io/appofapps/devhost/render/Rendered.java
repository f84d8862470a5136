package io.appofapps.devhost.render;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rendered body.
 *
 * @param html trusted HTML
 * @param timings how long each macro took on this thread, in the order of the page
 */
public record Rendered(String html, List<Timing> timings) {

  public Rendered {
    timings = List.copyOf(timings);
  }

  /** The value of a {@code Server-Timing} header; empty when the body has no macro. */
  public String serverTiming() {
    return timings.stream()
        .map(
            timing ->
                String.format(
                    Locale.ROOT,
                    "macro;desc=\"%s\";dur=%.2f",
                    timing.macro().replaceAll("[^\\w.-]", "_"),
                    timing.took().toNanos() / 1e6))
        .collect(Collectors.joining(", "));
  }

  /** One execution of a macro, its body included. */
  public record Timing(String macro, Duration took) {}
}
