package io.appofapps.confluence.view.body;

import java.util.List;

/**
 * Safe markup in both faces. Whatever is not markup of ours comes in by {@link #text} or {@link
 * Pieces}, which escape.
 *
 * @param page for {@link Face#PAGE}
 * @param export for {@link Face#EXPORT}
 */
public record Html(String page, String export) {

  public static final Html EMPTY = new Html("", "");

  /** In HTML a reference to one of the 32 controls behind ASCII means another character. */
  private static final int FIRST_REFERENCE = 0xA0;

  /** The text, escaped, for both faces. */
  public static Html text(String text) {
    String escaped = escape(text);
    return new Html(escaped, escaped);
  }

  /** Markup known to be safe that is nothing for paper: buttons, choices. */
  public static Html onPage(String safe) {
    return new Html(safe, "");
  }

  /** Markup that is known to be safe, the same in both faces. */
  static Html both(String safe) {
    return new Html(safe, safe);
  }

  /** This, then the other. */
  public Html then(Html other) {
    return new Html(page + other.page, export + other.export);
  }

  /** The parts that are not empty, with a space between. */
  public static Html words(List<Html> parts) {
    StringBuilder page = new StringBuilder();
    StringBuilder export = new StringBuilder();
    for (Html part : parts) {
      if (!part.isEmpty()) {
        page.append(page.isEmpty() ? "" : " ").append(part.page);
        export.append(export.isEmpty() ? "" : " ").append(part.export);
      }
    }
    return new Html(page.toString(), export.toString());
  }

  /** As {@link #words(List)}. */
  public static Html words(Html... parts) {
    return words(List.of(parts));
  }

  public boolean isEmpty() {
    return page.isEmpty() && export.isEmpty();
  }

  /** The markup for that face. */
  public String in(Face face) {
    return face == Face.PAGE ? page : export;
  }

  /** The text for an element or a quoted attribute, as far as it is {@link #legible}. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(Html::isLegible)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /**
   * The same markup with a reference for each character beyond ASCII, as which all text may stand
   * in elements and attributes. A string of Java's that has one such character takes twice the
   * memory, and a page that has one takes several times as long to be put together and encoded.
   */
  public static String ascii(String markup) {
    if (isPlain(markup)) {
      return markup;
    }
    StringBuilder out = new StringBuilder(markup.length() + markup.length() / 8 + 16);
    markup
        .codePoints()
        .forEach(
            c -> {
              if (c < FIRST_REFERENCE) {
                out.append((char) c);
              } else {
                out.append("&#").append(c).append(';');
              }
            });
    return out.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_REFERENCE) {
        return false;
      }
    }
    return true;
  }

  /**
   * The text without characters that XML cannot have, because exports are parsed as XML, and
   * without those that turn the direction of what follows: nothing a cluster says may make a page
   * read otherwise than it is written. Letters that run from right to left stay as they are.
   */
  public static String legible(String text) {
    return text.codePoints().allMatch(Html::isLegible)
        ? text
        : text.codePoints()
            .filter(Html::isLegible)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isLegible(int c) {
    return isXml(c) && !turnsDirection(c);
  }

  /** Explicit embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9). */
  private static boolean turnsDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  /** XML 1.0, production Char; unpaired surrogates are none. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
