package io.appofapps.confluence.docs;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a page says of one field.
 *
 * @param pieces its items in the order of the page, at most 200; none where it says nothing
 * @param source where it stands
 */
public record PageValue(List<Piece> pieces, Source source) {

  public PageValue {
    pieces = List.copyOf(pieces);
  }

  /** Where a value stands, the one that counts first. */
  public enum Source {
    /** A cell of a Page Properties macro. */
    PAGE_PROPERTIES,
    /** A label of the page. */
    LABEL,
    /** A link anywhere on the page, named like the field. */
    LINK
  }

  /** As people read it, items divided by commas; untrusted. */
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining(", "));
  }

  /** Whether it says nothing: no item has a letter or a digit. */
  public boolean isEmpty() {
    return pieces.stream().map(Piece::text).allMatch(Normal::isBlank);
  }
}
