package io.appofapps.devhost.scale;

import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.kubernetes.FleetApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Updates that are sent evenly over a minute, or as fast as the server takes them. */
final class UpdateMinute {

  private static final int WRITERS = 8;
  private static final int EVERY_PROBE = 50;
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final long LOOK_NANOS = 500_000_000;

  private final LoadCluster cluster;
  private final Runnable probe;
  private final int updates;
  private final int services;
  private final AtomicLong next = new AtomicLong();
  private volatile int mostBacklog;

  /**
   * Prepares them.
   *
   * @param probe is done instead of every fiftieth update
   * @param services how many services of the fleet are updated, one after the other
   */
  UpdateMinute(LoadCluster cluster, Runnable probe, int updates, int services) {
    this.cluster = cluster;
    this.probe = probe;
    this.updates = updates;
    this.services = services;
  }

  /**
   * Sends them.
   *
   * @param backlog asked now and then
   * @return the seconds it took
   */
  double run(IntSupplier backlog) {
    long begin = System.nanoTime();
    Thread watching = new Thread(() -> watch(backlog), "backlog");
    watching.start();
    List<Runnable> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(() -> write(begin));
    }
    cluster.inParallel(writers);
    return (System.nanoTime() - begin) / 1e9;
  }

  private void write(long begin) {
    for (long i = next.getAndIncrement(); i < updates; i = next.getAndIncrement()) {
      long due = begin + MINUTE_NANOS / updates * i;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      if (i % EVERY_PROBE == EVERY_PROBE - 1) {
        probe.run();
      } else {
        cluster.revision(FleetApplication.service((int) (i % services)), i + 1);
      }
    }
  }

  private void watch(IntSupplier backlog) {
    while (next.get() < updates) {
      mostBacklog = Math.max(mostBacklog, backlog.getAsInt());
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The most resources that waited for being written, of the moments looked at. */
  int mostBacklog() {
    return mostBacklog;
  }
}
