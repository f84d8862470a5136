package io.appofapps.confluence.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that a link may lead to. */
public final class WebAddress {

  private WebAddress() {}

  /**
   * The address, if it is an absolute http or https one with a host and without user information,
   * query and fragment.
   */
  public static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isHttps(uri);
      boolean plain =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
