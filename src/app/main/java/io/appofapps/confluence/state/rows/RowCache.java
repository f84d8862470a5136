package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateStore;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rows of the state: reads them once at start, then writes changed ones at most once a
 * second on its own thread. A database that is away costs the cache, never the watching: failures
 * are logged once, changes wait in memory (one per resource), and every second is another try. In a
 * Confluence cluster each node still writes for itself, which is why a row that another node made
 * meanwhile only delays a batch.
 */
@Named
public class RowCache {

  private static final Logger LOG = LoggerFactory.getLogger(RowCache.class);
  private static final int MAX_BATCH = 1_000;
  private static final Duration AGE_INTERVAL = Duration.ofSeconds(30);
  private static final long STOP_SECONDS = 10;

  private final StateStore store;
  private final RowStore rows;
  private final Map<RowId, Change<?>> pending = new LinkedHashMap<>();
  private final Map<String, Instant> writtenAges = new HashMap<>();

  private ScheduledExecutorService thread;
  private CountDownLatch firstTry = new CountDownLatch(1);
  private boolean loaded;
  private boolean failing;
  private volatile boolean started;
  private volatile Thread restoring;

  @Inject
  public RowCache(@ComponentImport ActiveObjects ao, StateStore store) {
    this.store = store;
    this.rows = new RowStore(ao);
    store.onChange(this::noteChanges);
  }

  /** Starts reading and writing on an own thread; a second start without a stop does nothing. */
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    firstTry = new CountDownLatch(1);
    loaded = false;
    started = true;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread rowThread = new Thread(task, "app-of-apps-rows");
              rowThread.setDaemon(true);
              return rowThread;
            });
    thread.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
  }

  /**
   * Waits until the stored rows are in the store or could not be read at the first try.
   *
   * @return false when that took longer than the limit or the wait was interrupted
   */
  public boolean awaitRestored(Duration limit) {
    try {
      return firstTry.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Writes what is still to be written, within a limit, and ends the thread. */
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    started = false;
    thread.execute(
        () -> {
          writtenAges.clear();
          tick();
        });
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  private void noteChanges(List<Change<?>> changes) {
    if (started && Thread.currentThread() != restoring) {
      synchronized (pending) {
        changes.forEach(change -> pending.put(RowId.of(change), change));
      }
    }
  }

  private void tick() {
    List<Change<?>> batch = List.of();
    try {
      if (!loaded) {
        load();
        loaded = true;
      }
      batch = take();
      Map<String, Instant> ages = dueAges();
      if (!batch.isEmpty() || !ages.isEmpty()) {
        rows.write(batch, ages);
        writtenAges.putAll(ages);
      }
      recovered();
    } catch (RuntimeException e) {
      putBack(batch);
      failed(e);
    } finally {
      firstTry.countDown();
    }
  }

  private void load() {
    RowStore.Rows stored = rows.load();
    restoring = Thread.currentThread();
    try {
      store.restore(stored.resources(), stored.asOf());
    } finally {
      restoring = null;
    }
    writtenAges.putAll(stored.asOf());
    dropUnwanted(stored.resources());
    if (!stored.unreadable().isEmpty()) {
      rows.delete(stored.unreadable());
    }
  }

  /** What the store did not take back, or had listed otherwise, must not come back next time. */
  private void dropUnwanted(List<Change<?>> stored) {
    Snapshot snapshot = store.current();
    synchronized (pending) {
      for (Change<?> change : stored) {
        if (!has(snapshot, change)) {
          pending.putIfAbsent(RowId.of(change), new Change.Delete<>(change.kind(), change.key()));
        }
      }
    }
  }

  private static boolean has(Snapshot snapshot, Change<?> change) {
    if (change.kind() == ResourceKind.APPLICATION) {
      return snapshot.applications().containsKey(change.key());
    }
    if (change.kind() == ResourceKind.APPLICATION_SET) {
      return snapshot.applicationSets().containsKey(change.key());
    }
    return snapshot.projects().containsKey(change.key());
  }

  private List<Change<?>> take() {
    synchronized (pending) {
      List<Change<?>> batch = new ArrayList<>();
      Iterator<Change<?>> changes = pending.values().iterator();
      while (changes.hasNext() && batch.size() < MAX_BATCH) {
        batch.add(changes.next());
        changes.remove();
      }
      return batch;
    }
  }

  /** Newer changes of the same resources stay. */
  private void putBack(List<Change<?>> batch) {
    synchronized (pending) {
      batch.forEach(change -> pending.putIfAbsent(RowId.of(change), change));
    }
  }

  private Map<String, Instant> dueAges() {
    Map<String, Instant> due = new HashMap<>();
    for (ConnectionState state : store.current().connections().values()) {
      Instant written = writtenAges.getOrDefault(state.connection(), Instant.EPOCH);
      state
          .asOf()
          .filter(asOf -> asOf.isAfter(written.plus(AGE_INTERVAL)))
          .ifPresent(asOf -> due.put(state.connection(), asOf));
    }
    return due;
  }

  private void failed(RuntimeException e) {
    if (!failing) {
      failing = true;
      LOG.warn(
          "The rows of the cluster state cannot be read or written; pages are not affected, but"
              + " after a restart they may show older data until the cluster answers. Trying"
              + " again every second.",
          e);
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOG.info("The rows of the cluster state are read and written again");
    }
  }
}
