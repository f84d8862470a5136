package io.appofapps.confluence.state;

import java.time.Instant;
import java.util.Optional;

/**
 * How a cluster connection stands.
 *
 * @param connection key of the connection
 * @param phase what it is doing
 * @param reason for people: what is wrong and what to do; empty while all is well; holds no secret
 * @param since when the phase began
 * @param asOf when the cluster was last known to be as the snapshot says; empty before the first
 *     list and when there are no stored rows
 */
public record ConnectionState(
    String connection, Phase phase, String reason, Instant since, Optional<Instant> asOf) {

  /** What a connection is doing. */
  public enum Phase {
    /** First list under way; the rows stored before are served. */
    CONNECTING,
    /** Listed and watching. */
    LIVE,
    /** Was live or has stored rows; the cluster does not answer now. */
    STALE,
    /** Never answered and there is nothing stored. */
    UNREACHABLE,
    /** The server refuses: no right to list or watch. */
    DENIED,
    /** The configuration cannot be used. */
    MISCONFIGURED,
    /** An administrator lets it rest; what was last known is served. */
    PAUSED
  }
}
