package io.appofapps.confluence.view.body;

/**
 * A column of a table.
 *
 * @param id names it in parameters and CSV: lower case, no spaces
 * @param heading for people, plain text
 * @param sortable whether readers can sort by it
 * @param shown whether it is seen before the reader chooses columns
 */
public record Column(String id, String heading, boolean sortable, boolean shown) {

  /** Sortable and shown. */
  public static Column of(String id, String heading) {
    return new Column(id, heading, true, true);
  }

  /** The same, shown only when chosen. */
  public Column hidden() {
    return new Column(id, heading, sortable, false);
  }
}
