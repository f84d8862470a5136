package io.appofapps.confluence.environment.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A service in all environments.
 *
 * @param service its name, untrusted
 * @param cells by environment, in their order; an environment without the service is not there
 */
public record MatrixRow(String service, Map<String, MatrixCell> cells) {

  public MatrixRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The service there, empty when it is not deployed there. */
  public Optional<MatrixCell> cell(String environment) {
    return Optional.ofNullable(cells.get(environment));
  }
}
