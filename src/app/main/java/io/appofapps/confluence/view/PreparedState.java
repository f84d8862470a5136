package io.appofapps.confluence.view;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateStore;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state as pages see it: a new one is shown once its trees are computed, so that no page view
 * pays for a change of the cluster. When the computing falls behind by more than two seconds pages
 * get the newest state all the same; the revision they see never goes back. A changed configuration
 * makes the same state a new one, because sets, environments and links depend on it.
 */
@Named
public class PreparedState {

  private static final Logger LOG = LoggerFactory.getLogger(PreparedState.class);
  private static final Duration MOST_LAG = Duration.ofSeconds(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final StateStore store;
  private final ConfigurationReader configuration;
  private final Duration mostLag;
  private final Object change = new Object();
  private final AtomicReference<Snapshot> served = new AtomicReference<>();
  private volatile Snapshot ready;
  private volatile Long behindSince;
  private boolean listening;
  private Thread worker;

  /** Stands beside the derived values of a content once they are all there. */
  private static final class Mark {
    private volatile boolean done;
  }

  @Inject
  public PreparedState(StateStore store, ConfigurationReader configuration) {
    this(store, configuration, MOST_LAG);
  }

  PreparedState(StateStore store, ConfigurationReader configuration, Duration mostLag) {
    this.store = store;
    this.configuration = configuration;
    this.mostLag = mostLag;
  }

  /**
   * Begins to prepare every new state on a thread of its own; before that, states are shown raw.
   */
  public synchronized void start(Consumer<Snapshot> prepare) {
    if (!listening) {
      listening = true;
      store.onChange(ignored -> noteChange());
      configuration.onChange(store::renew);
    }
    worker = new Thread(() -> work(prepare), "app-of-apps-prepare");
    worker.setDaemon(true);
    noteChange();
    worker.start();
  }

  /** Ends the thread; states are shown raw from then on. */
  public synchronized void stop() {
    if (worker == null) {
      return;
    }
    worker.interrupt();
    try {
      worker.join(STOP_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    worker = null;
    ready = null;
  }

  /** The state to show, never null. */
  public Snapshot current() {
    Snapshot newest = store.current();
    Snapshot prepared = ready;
    Snapshot chosen = prepared == null || mark(newest).done || isLate() ? newest : prepared;
    return served.accumulateAndGet(
        chosen,
        (before, now) -> before == null || now.revision() >= before.revision() ? now : before);
  }

  private static Mark mark(Snapshot snapshot) {
    return snapshot.derived(Mark.class, ignored -> new Mark());
  }

  private boolean isLate() {
    Long since = behindSince;
    return since != null && System.nanoTime() - since > mostLag.toNanos();
  }

  private void noteChange() {
    synchronized (change) {
      if (behindSince == null) {
        behindSince = System.nanoTime();
      }
      change.notifyAll();
    }
  }

  private void work(Consumer<Snapshot> prepare) {
    try {
      while (true) {
        Snapshot next = await();
        prepareOne(next, prepare);
        synchronized (change) {
          ready = next;
          behindSince = mark(store.current()).done ? null : Long.valueOf(System.nanoTime());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // stop() asked for it
    }
  }

  private Snapshot await() throws InterruptedException {
    synchronized (change) {
      while (behindSince == null) {
        change.wait();
      }
      return store.current();
    }
  }

  private static void prepareOne(Snapshot next, Consumer<Snapshot> prepare) {
    try {
      prepare.accept(next);
    } catch (RuntimeException e) {
      // Pages then compute it themselves and show what is wrong where it is.
      LOG.warn("A new cluster state could not be prepared", e);
    }
    mark(next).done = true;
  }
}
