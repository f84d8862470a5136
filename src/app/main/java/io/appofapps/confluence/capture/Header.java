package io.appofapps.confluence.capture;

import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Taken;
import io.appofapps.confluence.tree.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a kept snapshot without reading it.
 *
 * @param taken who, when and what for
 * @param root root of its deployment set
 * @param connection how the root's connection stood
 * @param until when it goes; empty for never
 * @param applications how many it holds
 */
public record Header(
    Taken taken,
    NodeId root,
    ConnectionState connection,
    Optional<Instant> until,
    int applications) {

  /** Whether its time is over. */
  public boolean isOver(Instant now) {
    return until.filter(end -> !end.isAfter(now)).isPresent();
  }
}
