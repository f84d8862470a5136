package io.appofapps.confluence.docs;

/**
 * A field that page and manifest say differently.
 *
 * @param kind {@code DIFFERS}, {@code MISSING_ON_PAGE} or {@code MISSING_IN_MANIFEST}
 * @param field key of the metadata
 * @param header name of the cell that could be mended, empty where there is none
 * @param details id of the Page Properties macro of that cell, empty without one
 * @param pageSays text of the page, empty where it says nothing; untrusted
 * @param manifestSays text of the manifest, empty where it says nothing; untrusted
 */
public record FieldDifference(
    FindingKind kind,
    String field,
    String header,
    String details,
    String pageSays,
    String manifestSays) {

  /** How the ownership room ends a value that it has cut. */
  private static final String CUT = "…";

  /** Whether the page has a cell that the whole of the manifest's value could be written into. */
  public boolean isMendable() {
    return kind != FindingKind.MISSING_IN_MANIFEST
        && !header.isEmpty()
        && !manifestSays.endsWith(CUT);
  }
}
