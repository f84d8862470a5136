package io.appofapps.confluence.promotion.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go reads them: {@code 1h30m}, {@code 1.5h}, {@code -2m}; no days. */
final class GoDuration {

  private static final int LONGEST = 100;
  private static final String PART = "(\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)";
  private static final Pattern NEXT = Pattern.compile(PART);
  private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|(?:" + PART + ")+)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00b5s", 1_000L,
          "\u03bcs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private GoDuration() {}

  /** The duration, empty when Go would not read it. */
  static Optional<Duration> parse(String text) {
    if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher parts = NEXT.matcher(text);
    while (parts.find()) {
      BigDecimal unit = BigDecimal.valueOf(NANOS.get(parts.group(2)));
      nanos = nanos.add(number(parts.group(1)).multiply(unit).setScale(0, RoundingMode.DOWN));
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return Optional.empty();
    }
    Duration duration = Duration.ofNanos(nanos.longValueExact());
    return Optional.of(text.startsWith("-") ? duration.negated() : duration);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.endsWith(".") ? text + "0" : text);
  }
}
