package io.appofapps.confluence.promotion.gate;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/** The values of one field of a schedule, each below 64. */
final class CronField {

  /** What a field may hold. */
  enum Range {
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(
        1,
        12,
        List.of(
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    DAY_OF_WEEK(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private final int least;
    private final int most;
    private final List<String> names;

    Range(int least, int most, List<String> names) {
      this.least = least;
      this.most = most;
      this.names = names;
    }

    private int value(String text) {
      int named = names.indexOf(text.toLowerCase(Locale.ROOT));
      int value = named >= 0 ? named + least : Integer.parseInt(text);
      if (value < 0) {
        throw new NumberFormatException("Negative: " + text);
      }
      return value;
    }
  }

  private final long bits;
  private final boolean star;

  private CronField(long bits, boolean star) {
    this.bits = bits;
    this.star = star;
  }

  /**
   * @throws NumberFormatException when it cannot be read
   */
  static CronField parse(String text, Range range) {
    long bits = 0;
    boolean star = false;
    StringTokenizer parts = new StringTokenizer(text, ",");
    while (parts.hasMoreTokens()) {
      CronField part = part(parts.nextToken(), range);
      bits |= part.bits;
      star |= part.star;
    }
    return new CronField(bits, star);
  }

  private static CronField part(String text, Range range) {
    String[] spanAndStep = text.split("/", -1);
    String[] ends = spanAndStep[0].split("-", -1);
    boolean all = ends[0].equals("*") || ends[0].equals("?");
    if (spanAndStep.length > 2 || (!all && ends.length > 2)) {
      throw new NumberFormatException("Too many parts: " + text);
    }
    int first = all ? range.least : range.value(ends[0]);
    int last = all ? range.most : range.value(ends[ends.length - 1]);
    int step = 1;
    if (spanAndStep.length == 2) {
      step = Integer.parseInt(spanAndStep[1]);
      last = ends.length == 1 ? range.most : last;
    }
    if (first < range.least || last > range.most || first > last || step < 1) {
      throw new NumberFormatException("Out of range: " + text);
    }
    long bits = 0;
    for (long value = first; value <= last; value += step) {
      bits |= 1L << value;
    }
    return new CronField(bits, all && step == 1);
  }

  boolean has(int value) {
    return (bits >>> value & 1) != 0;
  }

  /** Whether the field is a star without a step, alone or among others. */
  boolean isStar() {
    return star;
  }

  /** The least value from there on, -1 when there is none. */
  int next(int from) {
    long rest = from > 63 ? 0 : bits >>> from << from;
    return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
  }
}
