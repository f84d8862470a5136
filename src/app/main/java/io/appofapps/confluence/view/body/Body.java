package io.appofapps.confluence.view.body;

import java.util.List;

/** What a block shows below its head: rows, and what holds them. */
public interface Body {

  /** One row. Two equal rows look the same: an equal one is not drawn again. */
  interface Row {

    /** Names the row within the block, at every revision the same. */
    String id();

    /** One element that carries {@code data-row} with the id on pages. */
    String html(Face face);
  }

  /** In display order, every id once. */
  List<? extends Row> rows();

  /** What opens the element around the rows; on pages that one has the class {@code aoa-rows}. */
  String before(Face face);

  /** What closes what {@link #before} opened. */
  String after(Face face);

  /** A sentence for when there are no rows; empty when there is nothing to say. */
  String empty();

  /**
   * This as far as a page starts with it; the script asks for the other rows when somebody wants to
   * see them.
   */
  default Body first() {
    return Beginning.of(this);
  }

  /** The rows that are not seen at first. */
  default Unseen unseen() {
    return Unseen.NOTHING;
  }

  /** Which of the script's parts looks after it: table, list, badge, tree. */
  String kind();
}
