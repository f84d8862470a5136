package io.appofapps.devhost.cluster;

import java.time.Duration;

/**
 * How nodes tell that they live.
 *
 * @param beat time between two heartbeats
 * @param limit a node whose heartbeat has not moved for so long is out
 */
public record Liveness(Duration beat, Duration limit) {

  /** About what the product's cluster has. */
  public static final Liveness USUAL = new Liveness(Duration.ofSeconds(2), Duration.ofSeconds(10));
}
