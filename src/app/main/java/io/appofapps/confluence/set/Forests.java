package io.appofapps.confluence.set;

import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.Forest;

/** The forest of a snapshot, computed once however many pages ask. */
public final class Forests {

  private Forests() {}

  /** All deployment trees of the snapshot. */
  public static Forest of(Snapshot snapshot) {
    return snapshot.derived(
        Forest.class,
        state -> Forest.of(state.applications().values(), state.applicationSets().values()));
  }
}
