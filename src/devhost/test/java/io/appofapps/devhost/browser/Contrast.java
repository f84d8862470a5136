package io.appofapps.devhost.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contrast of two colours as WCAG 2 computes it. */
final class Contrast {
  private static final Pattern RGB = Pattern.compile("rgba?\\((\\d+), (\\d+), (\\d+).*");

  private Contrast() {}

  /** From 1 (none) to 21, of colours in the form {@code rgb(1, 2, 3)}. */
  static double between(String one, String other) {
    double a = brightness(one);
    double b = brightness(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** Relative luminance from 0 (black) to 1 (white). */
  static double brightness(String color) {
    Matcher rgb = RGB.matcher(color);
    if (!rgb.matches()) {
      throw new IllegalArgumentException("No colour: " + color);
    }
    return 0.2126 * part(rgb.group(1)) + 0.7152 * part(rgb.group(2)) + 0.0722 * part(rgb.group(3));
  }

  private static double part(String value) {
    double share = Integer.parseInt(value) / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
