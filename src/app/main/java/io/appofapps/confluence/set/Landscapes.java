package io.appofapps.confluence.set;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.state.Snapshot;
import java.util.List;

/** Environments and services of a snapshot, computed once however many pages ask. */
public final class Landscapes {

  private Landscapes() {}

  /** The landscape of the snapshot's forest by the configuration's rules. */
  public static Landscape of(Snapshot snapshot, Configuration configuration) {
    return snapshot
        .derived(Last.class, ignored -> new Last())
        .get(
            List.of(configuration.environments(), configuration.services()),
            () ->
                Landscape.of(
                    Forests.of(snapshot), configuration.environments(), configuration.services()));
  }

  private static final class Last extends Memo<Landscape> {}
}
