package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.environment.matrix.Ahead;
import io.appofapps.confluence.environment.matrix.Deployed;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.environment.matrix.MatrixRow;
import io.appofapps.confluence.environment.matrix.ShownVersion;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The matrix for spreadsheets: an Application a row. */
public final class MatrixCsv {

  private static final List<Column> COLUMNS =
      Stream.of(
              "service",
              "environment",
              "application",
              "version",
              "revision",
              "health",
              "sync",
              "since",
              "compared_with",
              "relation",
              "version_there",
              "commits",
              "stories")
          .map(id -> Column.of(id, id))
          .toList();

  private MatrixCsv() {}

  /** The table; its column ids are the header. */
  public static Table of(EnvironmentMatrix matrix) {
    List<Table.Line> lines = new ArrayList<>();
    for (MatrixRow row : matrix.rows()) {
      row.cells()
          .forEach(
              (environment, cell) ->
                  cell.deployed()
                      .forEach(
                          each ->
                              lines.add(
                                  Table.line(
                                      COLUMNS,
                                      each.key().toString(),
                                      cells(row.service(), environment, each, cell.ahead())))));
    }
    return new Table("", COLUMNS, lines, "");
  }

  private static List<Cell> cells(
      String service, String environment, Deployed each, Optional<Ahead> ahead) {
    return Stream.of(
            service,
            environment,
            each.key().toString(),
            each.version().map(ShownVersion::version).orElse(""),
            each.version().map(ShownVersion::revision).orElse(""),
            each.health().word(),
            each.sync().word(),
            each.since().map(Object::toString).orElse(""),
            ahead.map(Ahead::environment).orElse(""),
            ahead.map(it -> it.relation().name().toLowerCase(Locale.ROOT)).orElse(""),
            ahead.map(Ahead::version).orElse(""),
            ahead.flatMap(Ahead::commits).map(Object::toString).orElse(""),
            ahead.map(it -> String.join(" ", it.stories())).orElse(""))
        .map(Cell::of)
        .toList();
  }
}
