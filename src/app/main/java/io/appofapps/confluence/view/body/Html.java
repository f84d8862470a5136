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

  /** The text, escaped, for both faces. */
  public static Html text(String text) {
    String escaped = escape(text);
    return new Html(escaped, escaped);
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

  /**
   * The text for an element or a quoted attribute. Characters that XML cannot have are dropped:
   * exports are parsed as XML.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(Html::isXml)
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
