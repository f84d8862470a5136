package io.appofapps.confluence.view.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When Argo CD's controller last compared some Applications with Git ({@code status.reconciledAt}).
 *
 * @param compared how many of them bear a stamp
 * @param first the oldest stamp
 * @param last the newest stamp
 */
public record Pulse(int compared, Optional<Instant> first, Optional<Instant> last) {

  public static final Pulse NONE = new Pulse(0, Optional.empty(), Optional.empty());

  /** Three times Argo CD's longest default of {@code timeout.reconciliation} with its jitter. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Of fewer nothing can be told. */
  private static final int ENOUGH = 3;

  /** Of those stamps. */
  public static Pulse of(Stream<Instant> stamps) {
    return stamps.reduce(NONE, Pulse::with, Pulse::with);
  }

  private Pulse with(Instant stamp) {
    return with(new Pulse(1, Optional.of(stamp), Optional.of(stamp)));
  }

  private Pulse with(Pulse other) {
    if (compared == 0 || other.compared == 0) {
      return compared == 0 ? other : this;
    }
    return new Pulse(
        compared + other.compared,
        first.get().isBefore(other.first.get()) ? first : other.first,
        last.get().isAfter(other.last.get()) ? last : other.last);
  }

  /**
   * Whether the controller looks stuck: it used to compare all of them within minutes, and now has
   * compared none for longer than that, though the cluster was seen later. Where polling is off
   * ({@code timeout.reconciliation: 0}) the stamps lie far apart, and their age proves nothing.
   *
   * @param asOf when the cluster was last known to be so
   */
  public boolean frozen(Instant asOf) {
    return compared >= ENOUGH
        && Duration.between(first.get(), last.get()).compareTo(PATIENCE) <= 0
        && Duration.between(last.get(), asOf).compareTo(PATIENCE) > 0;
  }
}
