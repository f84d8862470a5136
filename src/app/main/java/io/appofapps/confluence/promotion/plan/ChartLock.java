package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import java.util.Optional;

/**
 * The lock file of a chart: it holds a checksum over the dependencies, and Helm refuses a chart
 * whose dependencies are others.
 */
final class ChartLock {

  private ChartLock() {}

  /** Path of the lock file that a change of the field would make wrong. */
  static Optional<String> of(RepositoryFiles files, String field, GitFile file) {
    if (!field.contains(SourceFields.DEPENDENCIES + "[")) {
      return Optional.empty();
    }
    String lock = Paths.in(Paths.folder(file.path()), "Chart.lock");
    try {
      return files.read(file.commit(), lock).map(bytes -> lock);
    } catch (UnreadableException e) {
      // then the chart beside it cannot be read either, which the plan says
      return Optional.empty();
    }
  }
}
