package io.appofapps.confluence.view.body;

import java.util.List;

/**
 * Tables as CSV after RFC 4180: a header line, CRLF, every field quoted that needs it. A field that
 * a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
public final class Csv {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private Csv() {}

  /** The whole table, all columns: those not shown too. The header line has the column ids. */
  public static String of(Table table) {
    StringBuilder out = new StringBuilder();
    line(out, table.columns().stream().map(Column::id).toList());
    for (Table.Line row : table.rows()) {
      line(out, row.cells().stream().map(Cell::text).toList());
    }
    return out.toString();
  }

  /** One line of a table that is written as it is read, with its CRLF. */
  public static String line(List<String> fields) {
    StringBuilder out = new StringBuilder();
    line(out, fields);
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      out.append(i == 0 ? "" : ",").append(field(fields.get(i)));
    }
    out.append("\r\n");
  }

  private static String field(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String harmless = formula ? "'" + text : text;
    boolean quoted =
        harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
            || !harmless.equals(harmless.strip());
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
