package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A content with its rows as HTML, and since which revision each looks as it does. Drawing the next
 * state keeps what did not change.
 */
public final class DrawnBlock {

  private record DrawnRow(Body.Row row, String html, long changedAt) {}

  private final Object facts;
  private final Content content;
  private final long revision;
  private final long orderChangedAt;
  private final Map<String, DrawnRow> rows;
  private final String html;

  /** The frame that was drawn around it last. */
  private volatile Framed framed;

  private record Framed(Object setting, String html) {}

  private DrawnBlock(
      Object facts,
      Content content,
      long revision,
      long orderChangedAt,
      Map<String, DrawnRow> rows,
      String html) {
    this.facts = facts;
    this.content = content;
    this.revision = revision;
    this.orderChangedAt = orderChangedAt;
    this.rows = rows;
    this.html = html;
  }

  /** The first drawing: everything is new at that revision. */
  static DrawnBlock first(Object facts, Content content, long revision, Face face) {
    return new DrawnBlock(null, content, 0, 0, Map.of(), "").next(facts, content, revision, face);
  }

  /** The drawing of a later state; only rows that differ are drawn. */
  DrawnBlock next(Object later, Content newer, long atRevision, Face face) {
    Body body = newer.body();
    Map<String, DrawnRow> drawn = new LinkedHashMap<>(body.rows().size() * 2);
    StringBuilder all = new StringBuilder(html.length() + 1024);
    for (Body.Row row : body.rows()) {
      DrawnRow before = rows.get(row.id());
      DrawnRow now =
          before != null && before.row().equals(row)
              ? before
              : redrawn(before, row, Html.ascii(row.html(face)), atRevision);
      drawn.put(row.id(), now);
      // nothing behind the last one: a line of text would have a blank there
      all.append(all.isEmpty() ? "" : "\n").append(now.html());
    }
    boolean sameOrder = List.copyOf(rows.keySet()).equals(List.copyOf(drawn.keySet()));
    return new DrawnBlock(
        later, newer, atRevision, sameOrder ? orderChangedAt : atRevision, drawn, all.toString());
  }

  private static DrawnRow redrawn(DrawnRow before, Body.Row row, String html, long revision) {
    boolean same = before != null && before.html().equals(html);
    return new DrawnRow(row, html, same ? before.changedAt() : revision);
  }

  /** The same drawing, known to be right at a later revision too. */
  DrawnBlock at(long later) {
    return later == revision
        ? this
        : new DrawnBlock(facts, content, later, orderChangedAt, rows, html);
  }

  boolean shows(Object wanted) {
    return wanted.equals(facts);
  }

  /** What was drawn. */
  public Content content() {
    return content;
  }

  /** The revision up to which the drawing is right. */
  public long revision() {
    return revision;
  }

  /** All rows. */
  public String html() {
    return html;
  }

  /**
   * The drawing with its frame.
   *
   * @param setting all that the frame is made of beside this drawing; while it is equal to that of
   *     the last call the frame is not drawn anew
   */
  String framed(Object setting, Supplier<String> frame) {
    Framed last = framed;
    if (last == null || !last.setting().equals(setting)) {
      last = new Framed(setting, frame.get());
      framed = last;
    }
    return last.html();
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** At most so many rows from an index on, in display order. */
  public List<String> rows(int from, int count) {
    return rows.values().stream().skip(from).limit(count).map(DrawnRow::html).toList();
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
    return List.copyOf(rows.keySet());
  }

  /** About how much memory the drawing takes with its rows and its frame, in characters. */
  int weight() {
    return 3 * html.length() + 8_192;
  }
}
