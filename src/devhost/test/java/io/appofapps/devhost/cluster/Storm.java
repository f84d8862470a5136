package io.appofapps.devhost.cluster;

import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.devhost.browser.Revisions;
import io.appofapps.kubernetes.FleetApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writers that change Applications as fast as the server allows. Every Application has one writer,
 * which counts its revision up; now and then one is removed and comes back with the next number.
 */
final class Storm implements AutoCloseable {

  private static final int WRITERS = 6;
  private static final int EVERY_REMOVED = 40;

  private final LoadCluster cluster;
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private final List<Future<?>> writers = new ArrayList<>();
  private final AtomicLong count;
  private final long begin = System.nanoTime();
  private final long first;
  private volatile boolean blowing = true;

  private Storm(LoadCluster cluster, long first) {
    this.cluster = cluster;
    this.first = first;
    this.count = new AtomicLong(first);
  }

  /**
   * Begins.
   *
   * @param first a number above all revisions so far
   */
  static Storm begin(LoadCluster cluster, List<FleetApplication> services, long first) {
    Storm storm = new Storm(cluster, first);
    for (int writer = 0; writer < WRITERS; writer++) {
      List<FleetApplication> own = new ArrayList<>();
      for (int i = writer; i < services.size(); i += WRITERS) {
        own.add(services.get(i));
      }
      storm.writers.add(storm.threads.submit(() -> storm.change(own)));
    }
    return storm;
  }

  private void change(List<FleetApplication> own) {
    for (int turn = 0; blowing; turn++) {
      FleetApplication application = own.get(turn % own.size());
      if (turn % EVERY_REMOVED == EVERY_REMOVED - 1) {
        cluster.delete(application.name());
        cluster.create(numbered(application, count.incrementAndGet()));
      } else {
        cluster.revision(application.name(), count.incrementAndGet());
      }
    }
  }

  /** The Application with the revision of that number. */
  static String numbered(FleetApplication application, long number) {
    return application
        .json()
        .replaceFirst("(?<=\"Synced\", \"revision\": \")[0-9a-f]{40}", Revisions.write(number));
  }

  /** The highest revision that may have been written so far. */
  long last() {
    return count.get();
  }

  /**
   * Changes so far.
   *
   * @throws IllegalStateException when a writer has failed
   */
  long changes() {
    for (Future<?> writer : writers) {
      if (blowing && writer.isDone()) {
        join(writer);
      }
    }
    return count.get() - first;
  }

  private static void join(Future<?> writer) {
    try {
      writer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** Changes in a second, on average. */
  double rate() {
    return changes() / ((System.nanoTime() - begin) / 1e9);
  }

  /** Lets it end. */
  void end() {
    blowing = false;
    writers.forEach(Storm::join);
  }

  /** Each writer finishes what it is at, so that no Application is left deleted. */
  @Override
  public void close() throws InterruptedException {
    blowing = false;
    threads.shutdown();
    if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The storm does not end");
    }
  }
}
