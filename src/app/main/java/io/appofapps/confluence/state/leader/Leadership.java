package io.appofapps.confluence.state.leader;

import io.appofapps.confluence.log.LogEvent;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.state.rows.RowCache;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which connections this node leads. A connection's cluster lock says who may begin a term;
 * the fence in the database says whose term it is, and it alone is believed when rows are written.
 * All of it happens on one thread, because a lock belongs to the thread that took it.
 */
@Named
public class Leadership {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
  private static final String LOCK_PREFIX = "io.appofapps.confluence.connection.";
  private static final long TICK_MS = 1_000;
  private static final long STOP_SECONDS = 30;

  /** Without the database a leader cannot know whether it still leads. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  /** After a lost term: two nodes that are both given the lock must not chase each other. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final LockSource locks;
  private final RowCache rows;
  private final ConnectionDuty duty;
  private final StateReader state;
  private final LongSupplier nanos;
  private final Map<String, Lock> held = new HashMap<>();
  private final Map<String, Long> restUntil = new HashMap<>();
  private ScheduledExecutorService thread;

  @Inject
  public Leadership(LockSource locks, RowCache rows, ConnectionDuty duty, StateReader state) {
    this(locks, rows, duty, state, System::nanoTime);
  }

  Leadership(
      LockSource locks, RowCache rows, ConnectionDuty duty, StateReader state, LongSupplier nanos) {
    this.locks = locks;
    this.rows = rows;
    this.duty = duty;
    this.state = state;
    this.nanos = nanos;
  }

  /** Starts standing for every configured connection; a second start does nothing. */
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread own = new Thread(task, "app-of-apps-leadership");
              own.setDaemon(true);
              own.setContextClassLoader(Leadership.class.getClassLoader());
              return own;
            });
    thread.scheduleWithFixedDelay(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
  }

  /** Gives up every connection in order, so that other nodes take over at once. */
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    thread.execute(() -> List.copyOf(held.keySet()).forEach(this::handOver));
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

  private void tick() {
    List<String> configured = List.copyOf(state.current().connections().keySet());
    for (String connection : List.copyOf(held.keySet())) {
      guarded(connection, () -> keep(connection, configured.contains(connection)));
    }
    for (String connection : configured) {
      if (!held.containsKey(connection)) {
        guarded(connection, () -> stand(connection));
      }
    }
  }

  private static void guarded(String connection, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("The leadership of connection {} could not be looked after", connection, e);
    }
  }

  private void keep(String connection, boolean wanted) {
    boolean silent = locks.shared() && rows.silence().compareTo(LONGEST_SILENCE) > 0;
    if (!wanted) {
      duty.end(connection);
      rows.standDown(connection);
      rows.clear(connection);
      unlock(connection);
    } else if (silent || !rows.isLeading(connection)) {
      LOG.warn(
          "This node no longer leads connection {}: {}",
          connection,
          silent ? "the database has not answered for too long" : "another node has taken over");
      rows.standDown(connection);
      duty.end(connection);
      rows.ended(connection);
      unlock(connection);
      rest(connection);
    }
  }

  private void stand(String connection) {
    Long until = restUntil.get(connection);
    if (until != null && nanos.getAsLong() - until < 0) {
      return;
    }
    restUntil.remove(connection);
    Lock lock = locks.lock(LOCK_PREFIX + connection);
    if (!lock.tryLock()) {
      rows.heldElsewhere(connection);
      return;
    }
    held.put(connection, lock);
    if (!rows.lead(connection)) {
      unlock(connection);
      return;
    }
    LOG.info("{}", LogEvent.of("leader.taken").with("connection", connection));
    duty.begin(connection);
  }

  private void handOver(String connection) {
    guarded(
        connection,
        () -> {
          duty.end(connection);
          if (!rows.leave(connection)) {
            rows.standDown(connection);
            rows.ended(connection);
          }
        });
    unlock(connection);
  }

  private void rest(String connection) {
    long jitter = ThreadLocalRandom.current().nextLong(REST.toNanos());
    restUntil.put(connection, nanos.getAsLong() + REST.toNanos() + jitter);
  }

  /** A lock that was taken from this node cannot be released by it any more. */
  private void unlock(String connection) {
    try {
      held.remove(connection).unlock();
    } catch (RuntimeException e) {
      LOG.debug("The lock of connection {} was not ours any more", connection, e);
    }
  }
}
