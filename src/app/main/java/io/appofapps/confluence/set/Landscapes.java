package io.appofapps.confluence.set;

import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.state.Snapshot;

/** Environments and services of a snapshot, computed once however many pages ask. */
public final class Landscapes {

  private Landscapes() {}

  /** The landscape of the snapshot's forest. */
  public static Landscape of(Snapshot snapshot) {
    return snapshot.derived(Landscape.class, state -> Landscape.of(Forests.of(state)));
  }
}
