package io.appofapps.confluence.docs;

import java.util.List;

/**
 * A field of a page's Page Properties.
 *
 * @param details id of the Page Properties macro, empty without one
 * @param header as written; untrusted
 * @param pieces what the cell says, empty where it says nothing
 */
public record SaidField(String details, String header, List<Piece> pieces) {

  public SaidField {
    pieces = List.copyOf(pieces);
  }
}
