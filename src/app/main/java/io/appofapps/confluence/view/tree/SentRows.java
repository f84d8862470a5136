package io.appofapps.confluence.view.tree;

import java.util.List;
import java.util.Locale;

/**
 * The rows of a tree that go into the page at once. The script asks for the others when somebody
 * wants to see them, so that a page over thousands of Applications stays small.
 *
 * @param rows in display order
 * @param more which rows are not among them
 * @param absent how many those are
 */
record SentRows(List<ShownRow> rows, More more, int absent) {

  /** Trees of up to so many rows are sent whole. */
  static final int SHORT = 200;

  /** Never more rows than that are sent at once. */
  static final int MOST = 500;

  /** Which rows are not sent. */
  enum More {
    /** None is missing. */
    NO,
    /** Those hidden at first. */
    FOLDED,
    /** Some that would be seen, too. */
    CUT;

    /** The word that the script knows. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  SentRows {
    rows = List.copyOf(rows);
  }

  /** All of them. */
  static SentRows all(List<ShownRow> rows) {
    return new SentRows(rows, More.NO, 0);
  }

  /** Those that the page starts with. */
  static SentRows first(List<ShownRow> rows) {
    if (rows.size() <= SHORT) {
      return all(rows);
    }
    List<ShownRow> open = rows.stream().filter(row -> !row.folded()).toList();
    if (open.size() > MOST) {
      return new SentRows(open.subList(0, MOST), More.CUT, rows.size() - MOST);
    }
    More more = open.size() < rows.size() ? More.FOLDED : More.NO;
    return new SentRows(open, more, rows.size() - open.size());
  }
}
