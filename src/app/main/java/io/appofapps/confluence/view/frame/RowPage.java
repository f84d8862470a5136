package io.appofapps.confluence.view.frame;

import java.util.List;

/**
 * Some rows of a block.
 *
 * @param revision token of what they show
 * @param total how many rows the block has
 * @param rows HTML of one row each, in display order
 * @param footerHtml what stands below them
 */
public record RowPage(String revision, int total, List<String> rows, String footerHtml) {

  public RowPage {
    rows = List.copyOf(rows);
  }
}
