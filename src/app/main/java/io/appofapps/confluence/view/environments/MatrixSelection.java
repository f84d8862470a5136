package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.environment.matrix.Deployed;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.environment.matrix.MatrixCell;
import io.appofapps.confluence.environment.matrix.MatrixRow;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows and columns of a matrix somebody asks for.
 *
 * @param services their names; empty for all
 * @param environments their names in the wanted order; empty for all
 * @param label name of a label that an Application of the service must have; empty for any
 * @param value which value, empty for any
 */
record MatrixSelection(
    List<String> services, List<String> environments, String label, Optional<String> value) {

  static MatrixSelection of(Parameters parameters) throws BadParameter {
    String[] label = parameters.text("label").split("=", 2);
    return new MatrixSelection(
        parameters.words("services"),
        parameters.words("environments"),
        label[0].strip(),
        label.length == 2 ? Optional.of(label[1].strip()) : Optional.empty());
  }

  /**
   * The part of the matrix; an environment that is asked for stays though nothing is there.
   *
   * @param byPages of a service one of these Applications is needed; empty when pages do not matter
   */
  EnvironmentMatrix of(EnvironmentMatrix all, Optional<Set<ApplicationKey>> byPages) {
    List<String> columns = environments.isEmpty() ? all.environments() : environments;
    List<MatrixRow> rows =
        all.rows().stream()
            .filter(row -> services.isEmpty() || names(services, row.service()))
            .filter(row -> label.isEmpty() || hasLabel(row))
            .filter(row -> byPages.map(some -> hasOneOf(some, row)).orElse(true))
            .map(row -> new MatrixRow(row.service(), cells(row, columns)))
            .toList();
    return new EnvironmentMatrix(columns, rows);
  }

  private static boolean names(List<String> words, String name) {
    return words.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static boolean hasOneOf(Set<ApplicationKey> some, MatrixRow row) {
    return deployed(row).map(Deployed::key).anyMatch(some::contains);
  }

  private static Stream<Deployed> deployed(MatrixRow row) {
    return row.cells().values().stream().flatMap(cell -> cell.deployed().stream());
  }

  private boolean hasLabel(MatrixRow row) {
    return deployed(row)
        .map(Deployed::labels)
        .anyMatch(
            labels ->
                labels.containsKey(label)
                    && value.map(wanted -> wanted.equals(labels.get(label))).orElse(true));
  }

  private static Map<String, MatrixCell> cells(MatrixRow row, List<String> columns) {
    Map<String, MatrixCell> cells = new LinkedHashMap<>();
    for (String column : columns) {
      row.cells()
          .forEach(
              (environment, cell) -> {
                if (environment.equalsIgnoreCase(column)) {
                  cells.put(column, cell);
                }
              });
    }
    return cells;
  }
}
