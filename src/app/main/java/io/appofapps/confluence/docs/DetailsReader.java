package io.appofapps.confluence.docs;

import io.appofapps.confluence.docs.storage.StorageElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Page Properties: the tables inside of {@code details} macros. A table whose first row is
 * all headers names its fields there and says them in the second row; in every other table each row
 * is a field, its first cell the name.
 */
final class DetailsReader {

  private static final int MOST_CELLS = 500;

  private final Names names;
  private final List<Cell> cells = new ArrayList<>();

  private DetailsReader(Names names) {
    this.names = names;
  }

  /** The named cells in the order of the page, at most 500. */
  static List<Cell> cells(StorageElement page, Names names) {
    DetailsReader reader = new DetailsReader(names);
    for (StorageElement macro : StorageMacros.named(page, "details")) {
      String id = StorageMacros.parameter(macro, "id").orElse("");
      macro
          .element("ac:rich-text-body")
          .ifPresent(body -> tables(body).forEach(table -> reader.table(id, table)));
    }
    return List.copyOf(reader.cells);
  }

  /** Tables of this macro: not those in cells, nor those of a Page Properties macro within. */
  static List<StorageElement> tables(StorageElement body) {
    return body.below(
        each -> each.name().equals("table"),
        each -> !each.name().equals("table") && !StorageMacros.is(each, "details"));
  }

  private void table(String id, StorageElement table) {
    List<StorageElement> rows = rows(table);
    if (isHorizontal(rows)) {
      List<StorageElement> headers = cellsOf(rows.get(0));
      List<StorageElement> values = cellsOf(rows.get(1));
      for (int i = 0; i < Math.min(headers.size(), values.size()); i++) {
        add(id, headers.get(i), values.get(i));
      }
    } else {
      for (StorageElement row : rows) {
        List<StorageElement> inRow = cellsOf(row);
        if (inRow.size() > 1) {
          add(id, inRow.get(0), inRow.get(1));
        }
      }
    }
  }

  static boolean isHorizontal(List<StorageElement> rows) {
    return rows.size() > 1
        && cellsOf(rows.get(0)).size() > 1
        && cellsOf(rows.get(0)).stream().allMatch(each -> each.name().equals("th"))
        && cellsOf(rows.get(1)).stream().anyMatch(each -> each.name().equals("td"))
        && !cellsOf(rows.get(1)).get(0).name().equals("th");
  }

  static List<StorageElement> rows(StorageElement table) {
    List<StorageElement> rows = new ArrayList<>();
    for (StorageElement child : table.elements()) {
      if (child.name().equals("tr")) {
        rows.add(child);
      } else if (child.name().equals("tbody") || child.name().equals("thead")) {
        child.elements().stream().filter(each -> each.name().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  private static List<StorageElement> cellsOf(StorageElement row) {
    return row.elements().stream()
        .filter(each -> each.name().equals("th") || each.name().equals("td"))
        .toList();
  }

  private void add(String id, StorageElement header, StorageElement value) {
    String name = CellReader.line(header);
    if (!Normal.isBlank(name) && cells.size() < MOST_CELLS) {
      cells.add(new Cell(id, name, value, CellReader.pieces(value, names)));
    }
  }
}
