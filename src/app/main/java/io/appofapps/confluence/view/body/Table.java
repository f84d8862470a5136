package io.appofapps.confluence.view.body;

import java.util.List;
import java.util.Set;

/**
 * A table, ready to be drawn, sorted, filtered and written as CSV.
 *
 * @param label what it is, for those who do not see it
 * @param columns at least one; the first names the row
 * @param rows in their first order, every id once
 * @param empty a sentence for when there are no rows
 */
public record Table(String label, List<Column> columns, List<Table.Line> rows, String empty)
    implements Body {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Line line : rows) {
      if (line.cells().size() != columns.size()) {
        throw new IllegalArgumentException("A row has another number of cells than columns");
      }
    }
  }

  /**
   * A row.
   *
   * @param id names it, the same at every revision
   * @param cells one for every column
   * @param hidden places of the columns that are not shown at first
   */
  public record Line(String id, List<Cell> cells, Set<Integer> hidden) implements Row {

    public Line {
      cells = List.copyOf(cells);
      hidden = Set.copyOf(hidden);
    }

    @Override
    public String html(Face face) {
      StringBuilder out = new StringBuilder(256);
      out.append(
          face == Face.PAGE
              ? "<tr class=\"aoa-row\" data-row=\"" + Html.escape(id) + "\">"
              : "<tr>");
      for (int i = 0; i < cells.size(); i++) {
        if (face == Face.PAGE) {
          page(out, i);
        } else if (!hidden.contains(i)) {
          out.append("<td class=\"confluenceTd\">")
              .append(cells.get(i).html().export())
              .append("</td>");
        }
      }
      return out.append("</tr>").toString();
    }

    private void page(StringBuilder out, int i) {
      Cell cell = cells.get(i);
      String tag = i == 0 ? "th" : "td";
      out.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "");
      if (!cell.sort().isEmpty()) {
        out.append(" data-sort=\"").append(Html.escape(cell.sort())).append('"');
      }
      out.append(hidden.contains(i) ? " hidden>" : ">")
          .append(cell.html().page())
          .append("</")
          .append(tag)
          .append('>');
    }
  }

  /** A row of this table's columns. */
  public static Line line(List<Column> columns, String id, List<Cell> cells) {
    return new Line(id, cells, hidden(columns));
  }

  private static Set<Integer> hidden(List<Column> columns) {
    Set<Integer> hidden = new java.util.HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).shown()) {
        hidden.add(i);
      }
    }
    return hidden;
  }

  @Override
  public String kind() {
    return "table";
  }

  @Override
  public String before(Face face) {
    StringBuilder out = new StringBuilder();
    if (face == Face.PAGE) {
      out.append("<div class=\"aoa-scroll\"><table class=\"aoa-table\" aria-label=\"")
          .append(Html.escape(label))
          .append("\"><thead><tr>");
    } else {
      out.append(
          "<table class=\"confluenceTable\" border=\"1\" cellpadding=\"4\" cellspacing=\"0\""
              + " width=\"100%\"><thead><tr>");
    }
    for (Column column : columns) {
      heading(out, column, face);
    }
    return out.append("</tr></thead><tbody")
        .append(face == Face.PAGE ? " class=\"aoa-rows\">" : ">")
        .toString();
  }

  private static void heading(StringBuilder out, Column column, Face face) {
    String heading = Html.escape(column.heading());
    if (face == Face.PAGE) {
      out.append("<th scope=\"col\" data-column=\"")
          .append(Html.escape(column.id()))
          .append(column.sortable() ? "\" data-sortable=\"true\"" : "\"")
          .append(column.shown() ? ">" : " hidden>")
          .append(heading)
          .append("</th>");
    } else if (column.shown()) {
      out.append("<th class=\"confluenceTh\" align=\"left\">").append(heading).append("</th>");
    }
  }

  @Override
  public String after(Face face) {
    return face == Face.PAGE ? "</tbody></table></div>" : "</tbody></table>";
  }
}
