package io.appofapps.confluence.view.frame;

import java.util.List;
import java.util.Map;

/**
 * What a page has to change of a block, all HTML for pages.
 *
 * @param revision token of what the page shows afterwards
 * @param title plain text
 * @param summaryHtml line beside the title
 * @param noticesHtml above the body
 * @param stampHtml as of when
 * @param footerHtml below the body
 * @param bodyHtml the whole body when the page has to take it anew, else empty
 * @param order ids of all rows in display order, when rows came, went or moved
 * @param ordered whether order counts: it may be empty because no row is left
 * @param rows rows that look different, by id
 */
public record BlockChange(
    String revision,
    String title,
    String summaryHtml,
    String noticesHtml,
    String stampHtml,
    String footerHtml,
    String bodyHtml,
    List<String> order,
    boolean ordered,
    Map<String, String> rows) {

  private static final String FROZEN = "f";

  static String token(long revision, boolean frozen) {
    return revision + (frozen ? FROZEN : "");
  }

  /** The number in a token; 0, before everything, for what is none. */
  static long revision(String token) {
    String digits =
        token.endsWith(FROZEN) ? token.substring(0, token.length() - FROZEN.length()) : token;
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
