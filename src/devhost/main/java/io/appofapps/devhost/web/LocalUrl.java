package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Redirects that stay on this server, whatever a parameter asks for. */
public final class LocalUrl {

  private LocalUrl() {}

  /**
   * The path to redirect to: the wish when it is a path of this server (with or without the context
   * path, or a full URL of this server), otherwise the front page.
   */
  public static String safe(HttpServletRequest request, String wish) {
    String context = request.getContextPath();
    String path = pathOf(request, wish == null ? "" : wish.trim());
    if (path.isEmpty()) {
      return context + "/";
    }
    boolean hasContext =
        path.equals(context) || path.startsWith(context + "/") || path.startsWith(context + "?");
    return hasContext ? path : context + path;
  }

  /** Path and query of the request, as a value for {@code os_destination}. */
  public static String of(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** URL of the log-in page that comes back to the destination. */
  public static String login(HttpServletRequest request) {
    return request.getContextPath() + "/login.action?os_destination=" + encode(of(request));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String pathOf(HttpServletRequest request, String wish) {
    boolean odd = wish.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c));
    if (odd) {
      return "";
    }
    URI uri;
    try {
      uri = new URI(wish);
    } catch (URISyntaxException e) {
      return "";
    }
    if (uri.isAbsolute() || uri.getRawAuthority() != null) {
      URI own = URI.create(request.getRequestURL().toString());
      boolean here =
          own.getScheme().equals(uri.getScheme())
              && own.getRawAuthority().equals(uri.getRawAuthority());
      if (!here) {
        return "";
      }
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (!path.startsWith("/") || path.startsWith("//")) {
      return "";
    }
    return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
