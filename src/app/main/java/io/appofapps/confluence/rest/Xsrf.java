package io.appofapps.confluence.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/** The header that no foreign page can send. */
final class Xsrf {

  private static final Set<String> WORDS = Set.of("no-check", "nocheck");

  private Xsrf() {}

  /** Whether the request has it. */
  static boolean isSafe(HttpServletRequest request) {
    String token = request.getHeader("X-Atlassian-Token");
    return token != null && WORDS.contains(token.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * @throws RefusedException 403 when it is missing
   */
  static void check(HttpServletRequest request) {
    if (!isSafe(request)) {
      throw new RefusedException(
          403, "XSRF check failed: send the header 'X-Atlassian-Token: no-check'.");
    }
  }
}
