package io.appofapps.confluence.docs;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a manifest names a page. */
public sealed interface PageAddress {

  /** By the content id. */
  record ById(long id) implements PageAddress {}

  /** By the key of the space and the title; both untrusted. */
  record ByTitle(String space, String title) implements PageAddress {}

  /**
   * Reads an id, {@code SPACE:Title}, or the address of a page as Confluence writes it: {@code
   * …/pages/viewpage.action?pageId=1}, {@code …/spaces/SPACE/pages/1/Title}, {@code
   * …/display/SPACE/Title}. The host of an address is not looked at.
   */
  static Optional<PageAddress> parse(String text) {
    return Reading.of(text.strip());
  }

  /** The patterns of {@link #parse}. */
  final class Reading {
    private static final int LONGEST = 1_000;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern TITLE = Pattern.compile("(~?[A-Za-z0-9._@-]{1,255}):\\s*(.+)");
    private static final Pattern BY_ID =
        Pattern.compile("https?://[^?#]*[?](?:[^#]*&)?pageId=([0-9]{1,18})(?:[&#].*)?");
    private static final Pattern BY_PATH =
        Pattern.compile("https?://[^?#]*/spaces/[^/?#]+/pages/([0-9]{1,18})(?:[/?#].*)?");
    private static final Pattern BY_DISPLAY =
        Pattern.compile("https?://[^?#]*/display/([^/?#]+)/([^/?#]+)(?:[?#].*)?");

    private Reading() {}

    private static Optional<PageAddress> of(String text) {
      if (text.length() > LONGEST) {
        return Optional.empty();
      }
      if (ID.matcher(text).matches()) {
        return Optional.of(new ById(Long.parseLong(text)));
      }
      if (text.startsWith("http://") || text.startsWith("https://")) {
        return ofAddress(text);
      }
      Matcher title = TITLE.matcher(text);
      return title.matches()
          ? Optional.of(new ByTitle(title.group(1), title.group(2).strip()))
          : Optional.empty();
    }

    private static Optional<PageAddress> ofAddress(String text) {
      for (Pattern pattern : new Pattern[] {BY_ID, BY_PATH}) {
        Matcher byId = pattern.matcher(text);
        if (byId.matches()) {
          return Optional.of(new ById(Long.parseLong(byId.group(1))));
        }
      }
      Matcher display = BY_DISPLAY.matcher(text);
      return display.matches()
          ? Optional.of(new ByTitle(decoded(display.group(1)), decoded(display.group(2))))
          : Optional.empty();
    }

    private static String decoded(String part) {
      try {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return part;
      }
    }
  }
}
