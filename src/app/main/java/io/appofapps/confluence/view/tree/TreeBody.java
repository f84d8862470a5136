package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import java.util.List;

/** The rows of a tree as tree items, for pages. */
final class TreeBody implements Body {

  private final String label;
  private final SentRows.More more;
  private final String unsent;
  private final List<Item> rows;

  /**
   * @param label what tree it is, for those who do not see it
   * @param sent its rows, placed, as far as they are sent
   * @param unsent a sentence about the others, for those without script; empty when there are none
   * @param drawing draws one
   * @param moments writes times as the reader does
   */
  TreeBody(String label, SentRows sent, String unsent, RowHtml drawing, Moments moments) {
    this.label = label;
    this.more = sent.more();
    this.unsent = unsent;
    this.rows = sent.rows().stream().map(row -> new Item(row, drawing, moments)).toList();
  }

  /** A row; how it is drawn does not tell it from others. */
  private static final class Item implements Row {

    private final ShownRow shown;
    private final RowHtml drawing;
    private final Moments moments;

    private Item(ShownRow shown, RowHtml drawing, Moments moments) {
      this.shown = shown;
      this.drawing = drawing;
      this.moments = moments;
    }

    @Override
    public String id() {
      return shown.row().id();
    }

    @Override
    public String html(Face face) {
      return drawing.of(shown, moments);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Item that && shown.equals(that.shown);
    }

    @Override
    public int hashCode() {
      return shown.hashCode();
    }
  }

  @Override
  public List<? extends Row> rows() {
    return rows;
  }

  @Override
  public String before(Face face) {
    return "<ul class=\"aoa-tree aoa-rows\" role=\"tree\" aria-label=\""
        + Html.escape(label)
        + "\" data-more=\""
        + more.word()
        + "\">\n";
  }

  @Override
  public String after(Face face) {
    return unsent.isEmpty()
        ? "</ul>"
        : "</ul><noscript><p class=\"aoa-empty\">" + Html.escape(unsent) + "</p></noscript>";
  }

  @Override
  public String empty() {
    return "";
  }

  @Override
  public String kind() {
    return "tree";
  }
}
