package io.appofapps.confluence.set;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.state.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deployment sets there are: those that administrators defined, in their order, and, where
 * wanted, every other root of the forest. All of them, whoever asks: who may see which is not
 * decided here.
 */
public final class DeploymentSets {

  private DeploymentSets() {}

  /** All sets of the snapshot: defined ones first, then discovered in the order of the forest. */
  public static List<DeploymentSet> of(Snapshot snapshot, Configuration configuration) {
    return index(snapshot, configuration).values().stream().distinct().toList();
  }

  /** The set that answers to that key in the snapshot. */
  public static Optional<DeploymentSet> find(
      Snapshot snapshot, Configuration configuration, String key) {
    return Optional.ofNullable(index(snapshot, configuration).get(key));
  }

  /** Every root of the forest as it would be offered if nothing were defined. */
  public static List<DeploymentSet> discovered(Snapshot snapshot) {
    return of(snapshot, Configuration.EMPTY);
  }

  private static Map<String, DeploymentSet> index(Snapshot snapshot, Configuration configuration) {
    return snapshot
        .derived(Last.class, ignored -> new Last())
        .get(
            List.of(configuration.sets(), configuration.discoverSets()),
            () -> new SetIndex(Forests.of(snapshot), configuration).byKey());
  }

  private static final class Last extends Memo<Map<String, DeploymentSet>> {}
}
