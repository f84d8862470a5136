package io.appofapps.devhost.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A reader that looks again and again, and remembers what it has seen go back. */
final class Looker implements AutoCloseable {

  private static final long BETWEEN_NANOS = 250_000_000;

  private final String name;
  private final Supplier<Map<String, Long>> source;
  private final Map<String, Long> highest = new ConcurrentHashMap<>();
  private final List<String> setbacks = new CopyOnWriteArrayList<>();
  private final AtomicLong looks = new AtomicLong();
  private final Thread thread;
  private volatile boolean looking = true;

  /**
   * Begins to look.
   *
   * @param source the values by name; it may fail, as a dead node does
   */
  Looker(String name, Supplier<Map<String, Long>> source) {
    this.name = name;
    this.source = source;
    this.thread = new Thread(this::run, "looker-" + name);
    thread.start();
  }

  private void run() {
    while (looking) {
      try {
        source.get().forEach(this::see);
        looks.incrementAndGet();
      } catch (RuntimeException e) {
        // a node that is away shows nothing
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  private void see(String application, long value) {
    long before = highest.getOrDefault(application, 0L);
    if (value < before) {
      setbacks.add("%s: %s went from %d to %d".formatted(name, application, before, value));
    }
    highest.put(application, Math.max(before, value));
  }

  /** What went back, in words. */
  List<String> setbacks() {
    return List.copyOf(setbacks);
  }

  /** How often it has seen anything. */
  long looks() {
    return looks.get();
  }

  @Override
  public void close() {
    looking = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
