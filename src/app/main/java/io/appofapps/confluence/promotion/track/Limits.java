package io.appofapps.confluence.promotion.track;

import java.time.Duration;

/**
 * How long something may take before it counts as failed.
 *
 * @param whole from the commit until the target is Synced and Healthy
 * @param degraded how long the target may be Degraded after it got the new version
 * @param settling how long something that may pass by itself is watched: a failed sync, a value
 *     that is not there though all is synced
 */
public record Limits(Duration whole, Duration degraded, Duration settling) {

  /** For the whole that time; for the others ten and two minutes. */
  public static Limits of(Duration whole) {
    return new Limits(whole, Duration.ofMinutes(10), Duration.ofMinutes(2));
  }
}
