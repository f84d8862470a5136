package io.appofapps.devhost.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses forms without the session's token. As in the product this protects the host's own actions
 * only: a plugin's servlet has to check for itself, and REST has its own rule.
 */
final class XsrfFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private static final Set<String> OWN_RULE = Set.of("/rest/", "/plugins/servlet/");

  private final transient Xsrf xsrf;

  XsrfFilter(Xsrf xsrf) {
    this.xsrf = xsrf;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (READING.contains(request.getMethod()) || hasOwnRule(request) || xsrf.isValid(request)) {
      chain.doFilter(request, response);
    } else {
      Pages.message(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "XSRF check failed",
          "Your session may have expired. Go back, reload the page and try again.");
    }
  }

  private static boolean hasOwnRule(HttpServletRequest request) {
    String path = request.getServletPath();
    return LoginServlet.PATHS.contains(path)
        || OWN_RULE.stream().anyMatch((path + "/")::startsWith);
  }
}
