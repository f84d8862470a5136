package io.appofapps.confluence.environment.matrix;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A service in an environment.
 *
 * @param deployed its Applications there, at least one, by name
 * @param ahead how the nearest earlier environment that has the service differs
 */
public record MatrixCell(List<Deployed> deployed, Optional<Ahead> ahead) {

  public MatrixCell {
    deployed = List.copyOf(deployed);
  }

  /** The worst health of its Applications, in Argo CD's order. */
  public HealthStatus health() {
    return deployed.stream()
        .map(Deployed::health)
        .max(Comparator.naturalOrder())
        .orElse(HealthStatus.UNKNOWN);
  }

  /** Synced when all are; else OutOfSync when one is, else Unknown. */
  public SyncStatus sync() {
    List<SyncStatus> all = deployed.stream().map(Deployed::sync).distinct().toList();
    if (all.contains(SyncStatus.OUT_OF_SYNC)) {
      return SyncStatus.OUT_OF_SYNC;
    }
    return all.equals(List.of(SyncStatus.SYNCED)) ? SyncStatus.SYNCED : SyncStatus.UNKNOWN;
  }

  /** The versions that stand for its Applications, each once, in their order. */
  public List<ShownVersion> versions() {
    return deployed.stream()
        .map(Deployed::version)
        .flatMap(Optional::stream)
        .filter(distinctByText())
        .toList();
  }

  private static java.util.function.Predicate<ShownVersion> distinctByText() {
    java.util.Set<String> seen = new java.util.HashSet<>();
    return version -> seen.add(version.version() + " " + version.revision());
  }

  /** When the newest of its versions came. */
  public Optional<Instant> since() {
    return deployed.stream()
        .map(each -> each.since().orElse(null))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
