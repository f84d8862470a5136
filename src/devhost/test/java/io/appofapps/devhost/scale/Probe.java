package io.appofapps.devhost.scale;

import io.appofapps.devhost.browser.RunningHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

/** Sends numbered changes to the cluster and waits for them on every node. */
final class Probe implements AutoCloseable {

  private static final long BETWEEN_NANOS = 20_000_000;

  private final LongConsumer change;
  private final ToLongFunction<RunningHost> shown;
  private final Map<Long, Long> sent = new ConcurrentSkipListMap<>();
  private final List<NavigableMap<Long, Long>> seen = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  /**
   * Begins to look at the nodes.
   *
   * @param change makes the change of that number in the cluster
   * @param shown the number of the newest change that a node shows
   */
  Probe(LongConsumer change, ToLongFunction<RunningHost> shown, RunningHost... nodes) {
    this.change = change;
    this.shown = shown;
    for (RunningHost node : nodes) {
      NavigableMap<Long, Long> times = new ConcurrentSkipListMap<>();
      seen.add(times);
      Thread thread = new Thread(() -> look(node, times), "probe-" + seen.size());
      threads.add(thread);
      thread.start();
    }
  }

  private void look(RunningHost node, NavigableMap<Long, Long> times) {
    while (open) {
      long value = shown.applyAsLong(node);
      if (times.isEmpty() || value > times.lastKey()) {
        times.put(value, System.nanoTime());
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  /** Makes one change; numbers grow. */
  void send(long number) {
    sent.put(number, System.nanoTime());
    change.accept(number);
  }

  /** Whether all nodes show the last change. */
  boolean isSeen() {
    long last = sent.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    return seen.stream().allMatch(times -> times.ceilingKey(last) != null);
  }

  /**
   * How long each change took, from sending it until a node showed it or a newer one, in
   * milliseconds.
   */
  List<Double> millis(int node) {
    return sent.entrySet().stream()
        .map(
            each -> (seen.get(node).ceilingEntry(each.getKey()).getValue() - each.getValue()) / 1e6)
        .toList();
  }

  @Override
  public void close() {
    open = false;
    threads.forEach(LockSupport::unpark);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
