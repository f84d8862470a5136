package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Look;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The page a request means, if its user may see it. Where not, the answer is already sent: the
 * log-in page for those not signed in, else a page that does not tell whether there is one.
 */
public final class PageFinder {

  private final Content content;
  private final Look look;

  public PageFinder(Content content, Look look) {
    this.content = content;
    this.look = look;
  }

  /** Whether the user may use the host; if not, the answer is sent. */
  public boolean refuses(Exchange exchange) {
    if (exchange.user().isEmpty()) {
      exchange.redirectToLogin();
      return true;
    }
    if (!content.permissions().canUse(exchange.user())) {
      look.message(
          exchange,
          403,
          "warning",
          "Not permitted",
          "You have no licence to use Confluence. Ask an administrator for access.");
      return true;
    }
    return false;
  }

  /** By {@code pageId}, else by {@code spaceKey} and {@code title}, else by the display path. */
  public Optional<Page> visible(Exchange exchange) {
    if (refuses(exchange)) {
      return Optional.empty();
    }
    Optional<Page> page =
        named(exchange).filter(p -> content.permissions().canView(exchange.user(), p));
    if (page.isEmpty()) {
      look.message(
          exchange,
          404,
          "warning",
          "Page not found",
          "The page does not exist, or you have no permission to see it.");
    }
    return page;
  }

  /** As {@link #visible}, for somebody who is going to change it. */
  public Optional<Page> editable(Exchange exchange) {
    Optional<Page> page = visible(exchange);
    if (page.isPresent() && !content.permissions().canEdit(exchange.user(), page.get())) {
      look.message(
          exchange,
          403,
          "warning",
          "Not permitted",
          "You may see this page but not edit it: it has an edit restriction.");
      return Optional.empty();
    }
    return page;
  }

  private Optional<Page> named(Exchange exchange) {
    OptionalLong id = exchange.number("pageId");
    if (id.isPresent()) {
      return content.pages().find(id.getAsLong());
    }
    if (!exchange.parameter("title").isEmpty()) {
      return content.pages().find(exchange.parameter("spaceKey"), exchange.parameter("title"));
    }
    return displayed(exchange);
  }

  private Optional<Page> displayed(Exchange exchange) {
    String raw = exchange.request().getRequestURI().substring(exchange.contextPath().length());
    String[] parts = raw.split("/", 4);
    if (parts.length < 4 || !"display".equals(parts[1])) {
      return Optional.empty();
    }
    return content.pages().find(decode(parts[2]), decode(parts[3]));
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }
}
