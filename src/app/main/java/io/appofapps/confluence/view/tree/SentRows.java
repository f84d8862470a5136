package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.view.body.Unseen;
import java.util.List;

/**
 * The rows of a tree that go into the page at once. The script asks for the others when somebody
 * wants to see them, so that a page over thousands of Applications stays small.
 *
 * @param rows in display order
 * @param unseen the others, and those folded
 */
record SentRows(List<ShownRow> rows, Unseen unseen) {

  /** Trees of up to so many rows are sent whole. */
  static final int SHORT = 100;

  /** Never more rows than that are sent at once. */
  static final int MOST = 60;

  SentRows {
    rows = List.copyOf(rows);
  }

  /** All of them. */
  static SentRows all(List<ShownRow> rows) {
    return new SentRows(rows, new Unseen(folded(rows), 0, Unseen.More.NO));
  }

  /** Those that the page starts with. */
  SentRows first() {
    if (rows.size() <= SHORT) {
      return this;
    }
    List<ShownRow> open = rows.stream().filter(row -> !row.folded()).toList();
    if (open.size() > MOST) {
      return of(open.subList(0, MOST), Unseen.More.CUT);
    }
    return open.size() < rows.size() ? of(open, Unseen.More.FOLDED) : this;
  }

  private SentRows of(List<ShownRow> sent, Unseen.More more) {
    return new SentRows(sent, new Unseen(unseen.folded(), rows.size() - sent.size(), more));
  }

  private static int folded(List<ShownRow> rows) {
    return (int) rows.stream().filter(ShownRow::folded).count();
  }
}
