package io.appofapps.confluence.view.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page has to change of a block, all HTML for pages.
 *
 * @param revision token of what the page shows afterwards
 * @param title plain text
 * @param summaryHtml line beside the title
 * @param noticesHtml above the body
 * @param stampHtml as of when
 * @param footerHtml below the body
 * @param bodyHtml the whole body when the page has to take it anew
 * @param order ids of all rows in display order, when rows came, went or moved
 * @param rows rows that look different, by id
 */
public record BlockChange(
    String revision,
    String title,
    String summaryHtml,
    String noticesHtml,
    String stampHtml,
    String footerHtml,
    Optional<String> bodyHtml,
    Optional<List<String>> order,
    Map<String, String> rows) {}
