package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** How long the host has worked on a request. */
public final class ServerTime {

  private static final String BEGIN = "host.begin";

  private ServerTime() {}

  static void begin(HttpServletRequest request) {
    request.setAttribute(BEGIN, System.nanoTime());
  }

  /** The value of a {@code Server-Timing} header: milliseconds from the first filter until now. */
  public static String header(HttpServletRequest request) {
    Object begin = request.getAttribute(BEGIN);
    double millis = begin instanceof Long nanos ? (System.nanoTime() - nanos) / 1e6 : 0;
    return String.format(Locale.ROOT, "total;dur=%.2f", millis);
  }
}
