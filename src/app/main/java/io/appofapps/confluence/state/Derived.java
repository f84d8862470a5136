package io.appofapps.confluence.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Values computed once for one content, shared by every snapshot of that content. */
final class Derived {

  private final Map<Class<?>, Slot> slots = new ConcurrentHashMap<>();

  /**
   * The value of that key. Computing may ask for other keys: each has its own lock, which is why
   * the map's own computeIfAbsent does not do the computing.
   */
  <T> T get(Class<T> key, Snapshot snapshot, Function<Snapshot, T> compute) {
    Slot slot = slots.computeIfAbsent(key, ignored -> new Slot());
    return key.cast(slot.get(snapshot, compute));
  }

  private static final class Slot {
    private volatile Object value;

    Object get(Snapshot snapshot, Function<Snapshot, ?> compute) {
      if (value == null) {
        synchronized (this) {
          if (value == null) {
            value = compute.apply(snapshot);
          }
        }
      }
      return value;
    }
  }
}
