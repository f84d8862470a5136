package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.WatchStatus.Phase;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one kind of one scope in the store for as long as its thread is not interrupted: list once,
 * watch, and on whatever ends the watch go on from the last version it told of. All is listed anew
 * only when the server says that this version is gone (410), after a long gap, and every hour. A
 * list replaces what is in the store by comparison, so no reader sees a moment without data, and it
 * never begins before the last watch has ended, so no reader sees an older value after a newer one.
 *
 * <p>A light probe every few seconds notices a server that no longer answers while its connections
 * stay open, and keeps the as-of honest. See Kubernetes' "API Concepts", efficient detection of
 * changes and 410 Gone responses.
 */
final class KindWatcher<T> implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(KindWatcher.class);

  private static final long SHORT_WATCH_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int GONE = 410;

  /** After so many failures on end it may be the watch itself that breaks, so all is listed. */
  private static final int GIVE_UP_RESUMING = 4;

  private static final int TOO_MANY_REQUESTS = 429;

  /** A hiccup that is over within this time is not worth telling. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final KubernetesApi api;
  private final WatchedKind<T> kind;
  private final Scope scope;
  private final StateStore store;
  private final Clock clock;
  private final WatchLimits limits;
  private final ApiFailures failures;
  private final Consumer<WatchStatus> report;

  private Optional<Instant> asOf = Optional.empty();

  /** Where the next watch begins; empty when all must be listed first. */
  private String version = "";

  private String verb = "list";
  private boolean sendsBookmarks;
  private long heard;
  private long listed;

  KindWatcher(
      KubernetesApi api,
      WatchedKind<T> kind,
      Scope scope,
      StateStore store,
      Clock clock,
      WatchLimits limits,
      ApiFailures failures,
      Consumer<WatchStatus> report) {
    this.api = api;
    this.kind = kind;
    this.scope = scope;
    this.store = store;
    this.clock = clock;
    this.limits = limits;
    this.failures = failures;
    this.report = report;
  }

  @Override
  public void run() {
    int inARow = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long begin = System.nanoTime();
        Optional<Failure> failure = listAndWatch();
        boolean brief = System.nanoTime() - begin < SHORT_WATCH_NANOS;
        inARow = failure.isPresent() || brief ? inARow + 1 : 0;
        if (inARow >= GIVE_UP_RESUMING) {
          version = "";
        }
        long pause = pause(failure, inARow);
        TimeUnit.MILLISECONDS.sleep(Math.max(pause, api.askedToWait().toMillis()));
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped watching {} of {}", kind.plural(), scope.connection());
    }
  }

  private static long pause(Optional<Failure> failure, int failures) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return failure
        .map(each -> Backoff.millis(each, failures, random))
        .orElseGet(() -> Backoff.millis(failures, random));
  }

  /** One round; says why when the server did not do as asked. */
  private Optional<Failure> listAndWatch() throws InterruptedException {
    try {
      if (mustList()) {
        list();
      }
      watch();
      return Optional.empty();
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (code(e) == GONE) {
        LOG.debug("{} of {}: the version is gone, listing", kind.plural(), scope.connection());
        version = "";
        return Optional.empty();
      }
      Failure failure = Failure.of(e, verb, kind, scope);
      failures.count(scope.connection(), failure.kind());
      if (!isHiccup(failure)) {
        failed(failure, e);
      }
      return Optional.of(failure);
    }
  }

  private boolean mustList() {
    long now = System.nanoTime();
    return version.isEmpty()
        || now - heard > limits.resume().toNanos()
        || now - listed > limits.relist().toNanos();
  }

  private boolean isHiccup(Failure failure) {
    return failure.phase() == Phase.DOWN
        && !version.isEmpty()
        && System.nanoTime() - heard < GRACE_NANOS;
  }

  private void list() {
    verb = "list";
    version = "";
    Instant asked = clock.instant();
    long begin = System.nanoTime();
    KubernetesApi.Listing<T> listing = api.list(kind, scope);
    store.replace(kind.kind(), scope, listing.resources());
    goOnFrom(listing.version());
    listed = begin;
    heard = begin;
    confirmed(asked);
  }

  private void watch() throws InterruptedException {
    verb = "watch";
    BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
    AutoCloseable watch = api.watch(kind, scope, version.isEmpty() ? "0" : version, events::add);
    try {
      follow(events);
    } finally {
      close(watch);
    }
  }

  private void follow(BlockingQueue<WatchEvent> events) throws InterruptedException {
    long begin = System.nanoTime();
    long lastSignal = begin;
    long nextProbe = heard + limits.probe().toNanos();
    while (true) {
      long wait = nextProbe - System.nanoTime();
      WatchEvent first = events.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      long now = System.nanoTime();
      if (first != null) {
        lastSignal = now;
        heard = now;
        WatchBatch batch = WatchBatch.gather(first, events);
        store.apply(batch.changes());
        sendsBookmarks |= batch.bookmark();
        batch.version().ifPresent(this::goOnFrom);
        if (batch.end().isPresent()) {
          batch.end().get().cause().ifPresent(KindWatcher::throwIfRefused);
          return;
        }
      }
      if (now - nextProbe >= 0) {
        nextProbe = System.nanoTime() + probe().toNanos();
      }
      if (sendsBookmarks && now - lastSignal > limits.silence().toNanos()) {
        LOG.debug("{} of {}: silent, watching anew", kind.plural(), scope.connection());
        return;
      }
      if (now - begin > limits.age().toNanos()) {
        if (!sendsBookmarks) {
          // nothing shows that the stream was alive
          version = "";
        }
        return;
      }
    }
  }

  /** Asks whether the server still answers; says after what time to ask again. */
  private Duration probe() {
    Instant asked = clock.instant();
    verb = "list";
    try {
      api.probe(kind, scope);
    } catch (KubernetesClientException e) {
      if (e.getCode() == TOO_MANY_REQUESTS) {
        // busy, but there; the watch goes on
        return limits.probe().plus(api.askedToWait());
      }
      throw e;
    }
    verb = "watch";
    heard = System.nanoTime();
    confirmed(asked);
    return limits.probe();
  }

  /** Version 0 means any version, so nothing can go on from it. */
  private void goOnFrom(String next) {
    version = "0".equals(next) ? "" : next;
  }

  /** What only repeats itself or needs a list; any other end is judged by the next watch. */
  private static void throwIfRefused(KubernetesClientException cause) {
    if (cause.getCode() >= 400) {
      throw cause;
    }
  }

  private static int code(RuntimeException error) {
    return error instanceof KubernetesClientException client ? client.getCode() : 0;
  }

  private void confirmed(Instant moment) {
    asOf = Optional.of(moment);
    report.accept(new WatchStatus(kind.required(), Phase.LIVE, "", asOf));
  }

  private void failed(Failure failure, RuntimeException error) {
    LOG.debug(
        "{} of {}: {} ({})",
        kind.plural(),
        scope.connection(),
        failure.reason(),
        Failure.types(error));
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
