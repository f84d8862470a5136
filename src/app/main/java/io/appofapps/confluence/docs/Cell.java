package io.appofapps.confluence.docs;

import io.appofapps.confluence.docs.storage.StorageElement;
import java.util.List;

/**
 * A cell of a Page Properties table.
 *
 * @param details id of the Page Properties macro, empty without one
 * @param header as written; untrusted
 * @param element the cell
 * @param pieces what it says
 */
record Cell(String details, String header, StorageElement element, List<Piece> pieces) {}
