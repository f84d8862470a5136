package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a request comes from, as the browser says. */
public final class Origin {

  private Origin() {}

  /**
   * Whether {@code Origin}, or else {@code Referer}, names this server. A request without both
   * comes from no page of another site: browsers send Origin with every request that writes.
   */
  public static boolean isOwn(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String source = origin != null ? origin : request.getHeader("Referer");
    return source == null || own(request).equals(originOf(source));
  }

  private static String own(HttpServletRequest request) {
    return originOf(request.getRequestURL().toString());
  }

  private static String originOf(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return "";
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int standardPort = scheme.equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? standardPort : uri.getPort();
      return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
