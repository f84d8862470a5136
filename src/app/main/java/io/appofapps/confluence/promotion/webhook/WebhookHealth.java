package io.appofapps.confluence.promotion.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the webhook stands, as this node knows.
 *
 * @param sent sequence number of the last row that has arrived; empty before the first look
 * @param waiting rows that are still to be sent
 * @param delivered when this node last brought a row there
 * @param trouble why rows do not arrive, empty when they do
 * @param nextTry when this node tries again
 */
public record WebhookHealth(
    State state,
    OptionalLong sent,
    long waiting,
    Optional<Instant> delivered,
    String trouble,
    Optional<Instant> nextTry) {

  /** What this node does about it. */
  public enum State {
    /** There is none. */
    OFF,
    /** Another node sends, or this one has not begun. */
    STANDBY,
    WORKING,
    FAILING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
