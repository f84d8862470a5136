package io.appofapps.confluence.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of a tree as HTML, and since which revision each looks as it does. Drawing the next
 * state keeps what did not change.
 */
public final class DrawnTree {

  private record DrawnRow(ShownRow row, String html, long changedAt) {}

  private final TreeView view;
  private final Selection selection;
  private final long revision;
  private final long orderChangedAt;
  private final Map<String, DrawnRow> rows;
  private final String html;

  private DrawnTree(
      TreeView view,
      Selection selection,
      long revision,
      long orderChangedAt,
      Map<String, DrawnRow> rows,
      String html) {
    this.view = view;
    this.selection = selection;
    this.revision = revision;
    this.orderChangedAt = orderChangedAt;
    this.rows = rows;
    this.html = html;
  }

  /** The first drawing: everything is new at that revision. */
  static DrawnTree first(
      TreeView view, Selection selection, long revision, Function<ShownRow, String> draw) {
    DrawnTree nothing = new DrawnTree(view, new Selection(List.of(), 0, 0), 0, 0, Map.of(), "");
    return nothing.next(view, selection, revision, draw);
  }

  /** The drawing of a later state; only rows that differ are drawn. */
  DrawnTree next(
      TreeView newer, Selection chosen, long atRevision, Function<ShownRow, String> draw) {
    Map<String, DrawnRow> drawn = new LinkedHashMap<>(chosen.rows().size() * 2);
    StringBuilder all = new StringBuilder(html.length() + 1024);
    for (ShownRow row : chosen.rows()) {
      DrawnRow before = rows.get(row.row().id());
      DrawnRow now =
          before != null && before.row().equals(row)
              ? before
              : redrawn(before, row, draw.apply(row), atRevision);
      drawn.put(row.row().id(), now);
      all.append(now.html()).append('\n');
    }
    boolean sameOrder = List.copyOf(rows.keySet()).equals(List.copyOf(drawn.keySet()));
    return new DrawnTree(
        newer, chosen, atRevision, sameOrder ? orderChangedAt : atRevision, drawn, all.toString());
  }

  private static DrawnRow redrawn(DrawnRow before, ShownRow row, String html, long revision) {
    boolean same = before != null && before.html().equals(html);
    return new DrawnRow(row, html, same ? before.changedAt() : revision);
  }

  /** The same drawing, known to be right at a later revision too. */
  DrawnTree at(long later) {
    return later == revision
        ? this
        : new DrawnTree(view, selection, later, orderChangedAt, rows, html);
  }

  /** The facts that were drawn. */
  public TreeView view() {
    return view;
  }

  /** Which of them were drawn. */
  public Selection selection() {
    return selection;
  }

  /** The revision up to which the drawing is right. */
  public long revision() {
    return revision;
  }

  /** All rows. */
  public String html() {
    return html;
  }

  /** Rows that look different since the revision, by id, in display order. */
  public Map<String, String> changedSince(long since) {
    Map<String, String> changed = new LinkedHashMap<>();
    rows.forEach(
        (id, row) -> {
          if (row.changedAt() > since) {
            changed.put(id, row.html());
          }
        });
    return changed;
  }

  /** Whether rows came, went or moved since the revision. */
  public boolean orderChangedSince(long since) {
    return orderChangedAt > since;
  }

  /** Ids of all rows in display order. */
  public List<String> order() {
    return new ArrayList<>(rows.keySet());
  }

  /** About how much memory the drawing takes, in characters. */
  int weight() {
    return 2 * html.length();
  }
}
