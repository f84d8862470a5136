package io.appofapps.confluence.environment.matrix;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Application as the matrix shows it.
 *
 * @param key identity
 * @param evidence what its environment rests on, empty when that is unknown
 * @param versions the one that stands for it first; empty when it shows none
 * @param health its own
 * @param sync its own
 * @param since when this version came: the last entry of status.history
 * @param labels of the Application, by which rows are chosen
 */
public record Deployed(
    ApplicationKey key,
    String evidence,
    List<ShownVersion> versions,
    HealthStatus health,
    SyncStatus sync,
    Optional<Instant> since,
    Map<String, String> labels) {

  public Deployed {
    versions = List.copyOf(versions);
  }

  /** The version that stands for it, empty when it shows none. */
  public Optional<ShownVersion> version() {
    return versions.stream().findFirst();
  }
}
