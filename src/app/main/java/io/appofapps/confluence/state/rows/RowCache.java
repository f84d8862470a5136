package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.ThisNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rows of all connections and the state in memory together, once a second on a thread of
 * its own: what this node leads is written, what others lead is read. A database that is away costs
 * the rows, never the pages: failures are logged once, changes wait in memory (one mark per
 * resource), and every second is another try.
 */
@Named
public class RowCache {

  private static final Logger LOG = LoggerFactory.getLogger(RowCache.class);
  private static final long STOP_SECONDS = 10;
  private static final int FAILURES_UNTIL_NEWS = 3;
  private static final Duration GUARD_WAIT = Duration.ofSeconds(5);

  private final StateStore store;
  private final RowStore rows;
  private final ThisNode node;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<String, ConnectionRows> connections = new ConcurrentHashMap<>();

  private final List<Runnable> extraWork = new CopyOnWriteArrayList<>();

  /** Held by whoever works with the database. */
  private final ReentrantLock guard = new ReentrantLock();

  private ScheduledExecutorService thread;
  private volatile CountDownLatch firstTry = new CountDownLatch(1);
  private volatile long lastAnswer;
  private int failures;
  private volatile Optional<String> failure = Optional.empty();

  @Inject
  public RowCache(@ComponentImport ActiveObjects ao, StateStore store, ThisNode node) {
    this(ao, store, node, Clock.systemUTC(), System::nanoTime);
  }

  RowCache(ActiveObjects ao, StateStore store, ThisNode node, Clock clock, LongSupplier nanos) {
    this.store = store;
    this.rows = new RowStore(ao);
    this.node = node;
    this.clock = clock;
    this.nanos = nanos;
    store.onChange(this::noteChanges);
  }

  /** Starts reading and writing on an own thread; a second start without a stop does nothing. */
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    firstTry = new CountDownLatch(1);
    lastAnswer = nanos.getAsLong();
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

  /** Ends the thread; leadership has been given up before, and with it all has been written. */
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
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
    connections.clear();
  }

  /**
   * Begins a term: from now on this node alone writes the connection's rows. Its memory is as new
   * as they are when this returns.
   *
   * @return false when the database did not answer
   */
  public boolean lead(String connection) {
    return guarded(
        () -> {
          rowsOf(connection).lead(rows.takeFence(connection, node.name()));
          answered();
        });
  }

  /** Whether this node may still write: false as soon as another term is seen. */
  public boolean isLeading(String connection) {
    ConnectionRows known = connections.get(connection);
    return known != null && known.isLeading();
  }

  /** Stops writing at once, without a word to the database. */
  public void standDown(String connection) {
    rowsOf(connection).displaced();
  }

  /** The watching of a term has ended here; from now on the rows are followed. */
  public void ended(String connection) {
    rowsOf(connection).ended();
  }

  /**
   * Writes what is left, with the age, and ends the term in order.
   *
   * @return false when the database did not answer or another term has begun
   */
  public boolean leave(String connection) {
    return guarded(
        () -> {
          ConnectionRows mine = rowsOf(connection);
          if (mine.isLeading()) {
            mine.leave();
          }
        });
  }

  /**
   * Removes all rows of a connection that is configured no more; to be called with its lock held.
   *
   * @return false when the database did not answer
   */
  public boolean clear(String connection) {
    return guarded(
        () -> {
          rows.clear(connection, rows.takeFence(connection, node.name()).term());
          connections.remove(connection);
        });
  }

  /** Adds work for the database, done after each round while it answers. */
  void afterEachRound(Runnable work) {
    extraWork.add(work);
  }

  /** Another node holds the connection's lock at this moment. */
  public void heldElsewhere(String connection) {
    rowsOf(connection).heldElsewhere();
  }

  /** How long ago the database last answered. */
  public Duration silence() {
    return Duration.ofNanos(nanos.getAsLong() - lastAnswer);
  }

  /** What the database says instead of answering, empty while it answers. */
  public Optional<String> failure() {
    return failure;
  }

  /** Resource rows written since start. */
  public long rowsWritten() {
    return rows.written();
  }

  /** Where the connection's rows stand as this node knows. */
  public RowPosition position(String connection) {
    ConnectionRows known = rowsOf(connection);
    return new RowPosition(known.isLeading(), known.feed(), known.floor(), known.backlog());
  }

  private boolean guarded(Runnable work) {
    try {
      if (!guard.tryLock(GUARD_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      failed(e);
      return false;
    } finally {
      guard.unlock();
    }
  }

  private ConnectionRows rowsOf(String connection) {
    return connections.computeIfAbsent(
        connection, key -> new ConnectionRows(key, node.name(), store, rows, clock, nanos));
  }

  private void noteChanges(List<Change<?>> changes) {
    for (Change<?> change : changes) {
      ConnectionRows known = connections.get(change.key().connection());
      if (known != null) {
        known.note(change);
      }
    }
  }

  private void tick() {
    guarded(this::readAndWrite);
    firstTry.countDown();
  }

  private void readAndWrite() {
    Map<String, StoredConnection> stored = rows.connections();
    answered();
    List<String> configured = List.copyOf(store.current().connections().keySet());
    connections.keySet().removeIf(key -> !configured.contains(key) && !isLeading(key));
    boolean good = true;
    for (String connection : configured) {
      good &= readOrWrite(connection, Optional.ofNullable(stored.get(connection)));
    }
    extraWork.forEach(Runnable::run);
    if (good) {
      recovered();
    }
  }

  /** One connection's failure is not another's. */
  private boolean readOrWrite(String connection, Optional<StoredConnection> stored) {
    ConnectionRows known = rowsOf(connection);
    try {
      stored.ifPresent(known::look);
      known.write(false);
      return true;
    } catch (FencedException e) {
      LOG.info("{}", e.getMessage());
      return true;
    } catch (RuntimeException e) {
      failed(e);
      return false;
    }
  }

  private void answered() {
    lastAnswer = nanos.getAsLong();
  }

  /** Two transactions in each other's way are no news: one of them comes again in a second. */
  private void failed(RuntimeException e) {
    failures++;
    LOG.debug("The rows could not be read or written at try {}", failures, e);
    if (failures == FAILURES_UNTIL_NEWS) {
      LOG.warn(
          "The rows of the cluster state cannot be read or written; pages show what is known."
              + " Trying again every second.",
          e);
    }
    failure = Optional.of(e.getClass().getSimpleName());
  }

  private void recovered() {
    failure = Optional.empty();
    boolean news = failures >= FAILURES_UNTIL_NEWS;
    failures = 0;
    if (news) {
      LOG.info("The rows of the cluster state are read and written again");
    }
  }
}
