package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.WatchStatus.Phase;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one kind of one scope in the store for as long as its thread is not interrupted: list,
 * replace, watch from the list's version, and on any end of the watch begin again. A light probe
 * every few seconds notices a server that has gone silent and keeps the as-of honest; a new list
 * every few minutes mends whatever a watch may have lost.
 */
final class KindWatcher<T> implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(KindWatcher.class);

  private static final Duration PROBE_INTERVAL = Duration.ofSeconds(4);
  private static final Duration WATCH_AGE = Duration.ofMinutes(5);

  /** A server that sends bookmarks does so about once a minute. */
  private static final Duration BOOKMARK_SILENCE = Duration.ofSeconds(150);

  private static final Duration SHORT_WATCH = Duration.ofSeconds(5);
  private static final Duration GATHER = Duration.ofMillis(50);
  private static final int MAX_BATCH = 5_000;

  private final KubernetesApi api;
  private final WatchedKind<T> kind;
  private final Scope scope;
  private final StateStore store;
  private final Clock clock;
  private final Consumer<WatchStatus> report;

  private Optional<Instant> asOf = Optional.empty();

  KindWatcher(
      KubernetesApi api,
      WatchedKind<T> kind,
      Scope scope,
      StateStore store,
      Clock clock,
      Consumer<WatchStatus> report) {
    this.api = api;
    this.kind = kind;
    this.scope = scope;
    this.store = store;
    this.clock = clock;
    this.report = report;
  }

  @Override
  public void run() {
    int failures = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Instant begin = clock.instant();
        boolean failed = !listAndWatch();
        boolean brief = begin.plus(SHORT_WATCH).isAfter(clock.instant());
        failures = failed || brief ? failures + 1 : 0;
        TimeUnit.MILLISECONDS.sleep(Backoff.millis(failures, ThreadLocalRandom.current()));
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped watching {} of {}", kind.plural(), scope.connection());
    }
  }

  /** One round; false when the server could not be asked. */
  private boolean listAndWatch() throws InterruptedException {
    String verb = "list";
    try {
      Instant asked = clock.instant();
      KubernetesApi.Listing<T> listing = api.list(kind, scope);
      store.replace(kind.kind(), scope, listing.resources());
      verb = "watch";
      BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
      AutoCloseable watch = api.watch(kind, scope, listing.version(), events::add);
      try {
        confirmed(asked);
        follow(events);
      } finally {
        close(watch);
      }
      return true;
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      failed(Failure.of(e, verb, kind, scope), e);
      return false;
    }
  }

  private void follow(BlockingQueue<WatchEvent> events) throws InterruptedException {
    Instant begin = clock.instant();
    Instant lastSignal = begin;
    Instant nextProbe = begin.plus(PROBE_INTERVAL);
    boolean sendsBookmarks = false;
    while (true) {
      Duration wait = Duration.between(clock.instant(), nextProbe);
      WatchEvent first = events.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
      Instant now = clock.instant();
      if (first != null) {
        lastSignal = now;
        Batch batch = gather(first, events);
        store.apply(batch.changes());
        sendsBookmarks |= batch.bookmark();
        if (batch.end().isPresent()) {
          batch.end().get().cause().ifPresent(KindWatcher::throwIfRefused);
          return;
        }
      }
      if (!now.isBefore(nextProbe)) {
        api.probe(kind, scope);
        confirmed(now);
        nextProbe = clock.instant().plus(PROBE_INTERVAL);
      }
      boolean silent = sendsBookmarks && lastSignal.plus(BOOKMARK_SILENCE).isBefore(now);
      if (silent || begin.plus(WATCH_AGE).isBefore(now)) {
        return;
      }
    }
  }

  /** A refusal would only repeat itself; any other end is judged by the next list. */
  private static void throwIfRefused(KubernetesClientException cause) {
    if (cause.getCode() == 401 || cause.getCode() == 403) {
      throw cause;
    }
  }

  private record Batch(
      List<Change<?>> changes, boolean bookmark, Optional<WatchEvent.Closed> end) {}

  /** What has come and comes within a moment, so that a burst makes one revision. */
  private static Batch gather(WatchEvent first, BlockingQueue<WatchEvent> events)
      throws InterruptedException {
    List<Change<?>> changes = new ArrayList<>();
    boolean bookmark = false;
    long deadline = System.nanoTime() + GATHER.toNanos();
    WatchEvent event = first;
    while (event != null) {
      if (event instanceof WatchEvent.Changed changed) {
        changes.add(changed.change());
      } else if (event instanceof WatchEvent.Bookmark) {
        bookmark = true;
      } else if (event instanceof WatchEvent.Closed closed) {
        return new Batch(changes, bookmark, Optional.of(closed));
      }
      if (changes.size() >= MAX_BATCH) {
        break;
      }
      event = events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
    return new Batch(changes, bookmark, Optional.empty());
  }

  private void confirmed(Instant moment) {
    asOf = Optional.of(moment);
    report.accept(new WatchStatus(kind.required(), Phase.LIVE, "", asOf));
  }

  private void failed(Failure failure, RuntimeException error) {
    LOG.debug("{} of {}: {}", kind.plural(), scope.connection(), failure.reason(), error);
    report.accept(new WatchStatus(kind.required(), failure.phase(), failure.reason(), asOf));
  }

  private void close(AutoCloseable watch) {
    try {
      watch.close();
    } catch (Exception e) {
      LOG.debug("Closing the watch of {} failed", kind.plural(), e);
    }
  }
}
