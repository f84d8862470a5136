package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Unseen;
import java.util.List;

/** The rows of a tree as tree items, for pages. */
final class TreeBody implements Body {

  private final String label;
  private final SentRows sent;
  private final RowHtml drawing;
  private final Moments moments;
  private final List<Item> rows;

  /**
   * @param label what tree it is, for those who do not see it
   * @param sent its rows, placed, as far as they are sent
   * @param drawing draws one
   * @param moments writes times as the reader does
   */
  TreeBody(String label, SentRows sent, RowHtml drawing, Moments moments) {
    this.label = label;
    this.sent = sent;
    this.drawing = drawing;
    this.moments = moments;
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
  public Body first() {
    return new TreeBody(label, sent.first(), drawing, moments);
  }

  @Override
  public Unseen unseen() {
    return sent.unseen();
  }

  @Override
  public String before(Face face) {
    return "<ul class=\"aoa-tree aoa-rows\" role=\"tree\" aria-label=\""
        + Html.escape(label)
        + "\">\n";
  }

  @Override
  public String after(Face face) {
    return "</ul>";
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
