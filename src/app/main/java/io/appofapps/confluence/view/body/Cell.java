package io.appofapps.confluence.view.body;

/**
 * A cell of a table.
 *
 * @param html what people see
 * @param sort what it is sorted by: compared as text, numbers in it by their value
 * @param text what CSV has, plain text
 */
public record Cell(Html html, String sort, String text) {

  public static final Cell EMPTY = new Cell(Html.EMPTY, "", "");

  /** Plain text. */
  public static Cell of(String text) {
    return new Cell(Html.text(text), text, text);
  }

  /** Markup that says the same as the plain text. */
  public static Cell of(Html html, String text) {
    return new Cell(html, text, text);
  }
}
