package io.appofapps.confluence.state;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Since;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes on Applications since when their sync status holds, which Argo CD does not write. What is
 * noted already, by the node that watches the cluster, is left alone.
 */
final class SyncTimes {

  private final Map<ApplicationKey, Application> before;
  private final Instant now;
  private final boolean asTheyCame;
  private final Map<ApplicationKey, Application> stamped = new HashMap<>();

  /**
   * @param before what is known until now
   * @param asTheyCame whether a change of the status happened just now; else it happened at some
   *     time since the Application was last seen
   */
  SyncTimes(Map<ApplicationKey, Application> before, Instant now, boolean asTheyCame) {
    this.before = before;
    this.now = now;
    this.asTheyCame = asTheyCame;
  }

  /** The change with the note; changes must come in their order. */
  Change<?> stamp(Change<?> change) {
    if (change instanceof Change.Upsert<?> upsert && upsert.resource() instanceof Application app) {
      Application result =
          app.details().syncSince().isPresent()
              ? app
              : app.withDetails(app.details().withSyncSince(Optional.of(since(app))));
      stamped.put(app.key(), result);
      return result == app ? change : new Change.Upsert<>(ResourceKind.APPLICATION, result);
    }
    return change;
  }

  private Since since(Application app) {
    Application last = stamped.getOrDefault(app.key(), before.get(app.key()));
    if (last == null) {
      return Since.atLeast(seen(app));
    }
    if (last.sync() == app.sync()) {
      return last.details().syncSince().orElseGet(() -> Since.atLeast(seen(app)));
    }
    return asTheyCame ? Since.exactly(now) : Since.atLeast(seen(app));
  }

  /** When the status was certainly so: Argo CD wrote it when it compared. */
  private Instant seen(Application app) {
    return app.reconciledAt().filter(moment -> moment.isBefore(now)).orElse(now);
  }
}
