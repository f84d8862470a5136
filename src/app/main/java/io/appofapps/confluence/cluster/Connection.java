package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.log.LogEvent;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cluster connection at work: a watcher per kind and scope, each on its own thread. */
final class Connection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final long JOIN_MS = 5_000;

  private static final List<WatchedKind<?>> KINDS =
      List.of(WatchedKind.APPLICATIONS, WatchedKind.APPLICATION_SETS, WatchedKind.APP_PROJECTS);

  private final String key;
  private final StateStore store;
  private final KubernetesApi api;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  private Connection(String key, StateStore store, KubernetesApi api) {
    this.key = key;
    this.store = store;
    this.api = api;
  }

  /** Starts watching; what happens is seen in the store. */
  static Connection start(
      ConnectionSettings settings,
      KubernetesApi api,
      StateStore store,
      Clock clock,
      WatchLimits limits,
      ApiFailures failures,
      BooleanSupplier readsPolicy) {
    Connection connection = new Connection(settings.id(), store, api);
    connection.startWatchers(settings, clock, limits, failures, readsPolicy);
    return connection;
  }

  private void startWatchers(
      ConnectionSettings settings,
      Clock clock,
      WatchLimits limits,
      ApiFailures failures,
      BooleanSupplier readsPolicy) {
    List<Scope> scopes = scopes(settings);
    List<Boolean> required = new ArrayList<>();
    KINDS.forEach(kind -> scopes.forEach(scope -> required.add(kind.required())));
    StatusBoard board = new StatusBoard(required);
    ThreadFactory factory = OwnThreads.named("watch-" + key);
    for (WatchedKind<?> kind : KINDS) {
      for (Scope scope : scopes) {
        int number = threads.size();
        threads.add(
            factory.newThread(
                new KindWatcher<>(
                    api,
                    kind,
                    scope,
                    store,
                    clock,
                    limits,
                    failures,
                    status -> show(board, number, status))));
      }
    }
    threads.add(
        factory.newThread(
            new PolicyPoll(
                key,
                api,
                store,
                () -> readsPolicy.getAsBoolean() ? controlPlanes(settings) : Set.of())));
    threads.forEach(Thread::start);
  }

  /** Projects live beside their Argo CD, and it always has one. */
  private Set<String> controlPlanes(ConnectionSettings settings) {
    return store.current().projects().keySet().stream()
        .filter(project -> project.connection().equals(settings.id()))
        .map(ApplicationKey::namespace)
        .collect(Collectors.toSet());
  }

  private static List<Scope> scopes(ConnectionSettings settings) {
    return settings.namespaces().isEmpty()
        ? List.of(Scope.all(settings.id()))
        : settings.namespaces().stream()
            .map(namespace -> new Scope(settings.id(), Optional.of(namespace)))
            .toList();
  }

  private synchronized void show(StatusBoard board, int watcher, WatchStatus status) {
    if (!open) {
      return;
    }
    ConnectionState before = store.current().connections().get(key);
    boolean hasData = before != null && before.asOf().isPresent();
    StatusBoard.Verdict verdict = board.update(watcher, status, hasData);
    store.connection(key, verdict.phase(), verdict.reason(), verdict.asOf());
    if (before != null && before.phase() != verdict.phase()) {
      LOG.info(
          "{}",
          LogEvent.of("connection.phase")
              .with("connection", key)
              .with("phase", verdict.phase())
              .with("reason", verdict.reason()));
    }
  }

  /** Stops watching and waits for the threads to end; what was known stays in the store. */
  @Override
  public void close() {
    synchronized (this) {
      open = false;
    }
    threads.forEach(Thread::interrupt);
    try {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(JOIN_MS);
      for (Thread thread : threads) {
        // a join of 0 would wait for ever
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // after the watchers have ended their watches, which still need the client's threads
      api.close();
    }
  }
}
