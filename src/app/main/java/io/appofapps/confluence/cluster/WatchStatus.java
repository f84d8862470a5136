package io.appofapps.confluence.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * How one watcher stands.
 *
 * @param required whether nothing can be shown without it
 * @param phase what it is doing
 * @param reason for people: what is wrong and what to do; empty while all is well
 * @param asOf when what it reported was last known to be complete
 */
record WatchStatus(boolean required, Phase phase, String reason, Optional<Instant> asOf) {

  enum Phase {
    /** Nothing listed yet. */
    CONNECTING,
    /** Listed and watching. */
    LIVE,
    /** The server does not answer or answers with an error. */
    DOWN,
    /** The server refuses. */
    DENIED,
    /** The server does not know the kind. */
    ABSENT
  }
}
