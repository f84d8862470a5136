package io.appofapps.confluence.view;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers that hold for a short while; of too many those asked for longest ago go first. */
public final class Expiring<K, V> {

  private record Kept<V>(V value, long until) {}

  private final int most;
  private final Duration life;
  private final InstantSource clock;
  private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many are kept
   * @param life how long an answer holds
   */
  public Expiring(int most, Duration life, InstantSource clock) {
    this.most = most;
    this.life = life;
    this.clock = clock;
  }

  /** Empty when it is not known, or not any more. */
  public synchronized Optional<V> get(K key) {
    Kept<V> found = kept.get(key);
    return found == null || found.until() <= clock.millis()
        ? Optional.empty()
        : Optional.of(found.value());
  }

  /** Remembers it from now on. */
  public synchronized void put(K key, V value) {
    kept.put(key, new Kept<>(value, clock.millis() + life.toMillis()));
    if (kept.size() > most) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
