package io.appofapps.confluence.docs;

import io.appofapps.confluence.docs.storage.StorageElement;
import io.appofapps.confluence.docs.storage.StorageNode;
import io.appofapps.confluence.docs.storage.StorageReader;
import io.appofapps.confluence.docs.storage.StorageText;
import io.appofapps.confluence.docs.storage.UnreadableStorageException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes one value into a page. Only the value itself changes; every other character of the page
 * stays. A cell that holds more than words and links is a human's work and is left alone.
 */
public final class CellSplice {

  private static final Set<String> WRAPPERS = Set.of("p", "span", "strong", "em", "u");
  private static final Set<String> PLAIN =
      Set.of("a", "ac:link", "time", "br", "span", "strong", "em", "u", "code", "p");

  private CellSplice() {}

  /**
   * The page with that value in the first cell of that name.
   *
   * @param storage storage format of the page
   * @param details id of the Page Properties macro, empty for the one without
   * @param header name of the field
   * @param value plain text; a web address becomes a link
   * @return empty when the page cannot be read, has no such cell, or its cell holds more than words
   *     and links
   */
  public static Optional<String> replace(
      String storage, String details, String header, String value) {
    try {
      StorageElement page = StorageReader.read(storage);
      return DetailsReader.cells(page, Names.NONE).stream()
          .filter(cell -> cell.details().equals(details))
          .filter(cell -> Normal.of(cell.header()).equals(Normal.of(header)))
          .findFirst()
          .filter(cell -> isPlain(cell.element()))
          .map(cell -> spliced(storage, cell.element(), markup(value)));
    } catch (UnreadableStorageException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(StorageElement cell) {
    boolean words =
        cell.below(each -> !PLAIN.contains(each.name()), each -> !each.name().equals("ac:link"))
            .isEmpty();
    long paragraphs = cell.elements().stream().filter(each -> each.name().equals("p")).count();
    return words && paragraphs <= 1;
  }

  private static String spliced(String storage, StorageElement cell, String value) {
    if (cell.isSelfClosing()) {
      String tag = storage.substring(cell.start(), cell.end());
      String opened = tag.substring(0, tag.lastIndexOf('/')) + ">";
      return storage.substring(0, cell.start())
          + opened
          + value
          + "</"
          + cell.name()
          + ">"
          + storage.substring(cell.end());
    }
    StorageElement inner = cell;
    Optional<StorageElement> next = only(inner);
    while (next.isPresent()) {
      inner = next.get();
      next = only(inner);
    }
    String content = storage.substring(inner.contentStart(), inner.contentEnd());
    int from = inner.contentStart() + content.length() - content.stripLeading().length();
    int to =
        Math.max(from, inner.contentEnd() - content.length() + content.stripTrailing().length());
    return storage.substring(0, from) + value + storage.substring(to);
  }

  /** The one wrapper that holds all of the element's content. */
  private static Optional<StorageElement> only(StorageElement element) {
    List<StorageNode> filled =
        element.children().stream()
            .filter(each -> !(each instanceof StorageText text && text.text().isBlank()))
            .toList();
    return filled.size() == 1
            && filled.get(0) instanceof StorageElement inner
            && WRAPPERS.contains(inner.name())
            && !inner.isSelfClosing()
        ? Optional.of(inner)
        : Optional.empty();
  }

  private static String markup(String value) {
    String text = escaped(value);
    boolean address = value.startsWith("https://") || value.startsWith("http://");
    return address && value.chars().noneMatch(Character::isWhitespace)
        ? "<a href=\"" + text + "\">" + text + "</a>"
        : text;
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(isAllowed(c) ? c : ' ');
              }
            });
    return text.toString();
  }

  /** Characters of XML 1.0. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c > 0xffff;
  }
}
