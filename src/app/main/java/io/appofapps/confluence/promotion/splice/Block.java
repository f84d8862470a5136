package io.appofapps.confluence.promotion.splice;

import io.appofapps.confluence.promotion.splice.UnspliceableException.Why;
import java.util.ArrayList;
import java.util.List;

/**
 * A literal block scalar ({@code |}) in a text.
 *
 * @param from where its first line begins, behind the header
 * @param to where its last line ends
 * @param indent how many spaces stand before each of its lines
 * @param content its lines without the indent
 */
record Block(int from, int to, int indent, String content) {

  /**
   * The block between two places of the text.
   *
   * @throws UnspliceableException {@link Why#NOT_A_LINE} for any other style, or an indent that the
   *     header has to name
   */
  static Block of(String text, int start, int end) throws UnspliceableException {
    int line = text.indexOf('\n', start);
    if (line < 0
        || line > end
        || !text.substring(start, line).strip().matches("\\|[+-]?( +#.*)?")) {
      throw new UnspliceableException(Why.NOT_A_LINE);
    }
    int from = line + 1;
    int indent = 0;
    while (from + indent < end && text.charAt(from + indent) == ' ') {
      indent++;
    }
    StringBuilder content = new StringBuilder();
    for (String each : lines(text.substring(from, end))) {
      boolean blank = each.isBlank();
      if (!blank && !each.startsWith(" ".repeat(indent))) {
        throw new UnspliceableException(Why.NOT_A_LINE);
      }
      content.append(
          blank && each.length() < indent + 1
              ? each.substring(Math.max(0, each.stripTrailing().length()))
              : each.substring(indent));
    }
    return new Block(from, end, indent, content.toString());
  }

  /**
   * The text with these lines in the block's place.
   *
   * @param changed as many lines as before
   */
  String with(String text, String changed) throws UnspliceableException {
    List<String> before = lines(text.substring(from, to));
    List<String> plain = lines(content);
    List<String> after = lines(changed);
    if (before.size() != after.size() || plain.size() != after.size()) {
      throw new UnspliceableException(Why.NOT_A_LINE);
    }
    StringBuilder edited = new StringBuilder(text.substring(0, from));
    for (int i = 0; i < before.size(); i++) {
      boolean same = plain.get(i).equals(after.get(i));
      edited.append(same ? before.get(i) : " ".repeat(indent) + after.get(i));
    }
    return edited.append(text, to, text.length()).toString();
  }

  /** With their line ends. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }
}
