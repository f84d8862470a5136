package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.promotion.record.LogRow;
import java.util.List;

/**
 * Some rows of the log.
 *
 * @param next where to go on after; 0 at the end
 */
public record LogPage(List<LogRow> rows, long next) {

  public LogPage {
    rows = List.copyOf(rows);
  }
}
