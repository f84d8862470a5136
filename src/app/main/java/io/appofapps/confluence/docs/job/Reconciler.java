package io.appofapps.confluence.docs.job;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.Judgement;
import io.appofapps.confluence.docs.rows.FindingRows;
import io.appofapps.confluence.docs.rows.Review;
import io.appofapps.confluence.docs.rows.ReviewRows;
import io.appofapps.confluence.docs.rows.Run;
import io.appofapps.confluence.docs.rows.RunRows;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.leader.LockSource;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the findings on documentation up to date. Every node reads the pages that are changed on it
 * and follows the findings; the one that holds the cluster's lock makes the runs and judges. A run
 * stands in a row with its position, so that another node goes on when this one dies.
 */
@Named
public class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final String LOCK = "io.appofapps.confluence:documentation";
  private static final long TICK_MILLIS = 3_000;
  private static final long STOP_MILLIS = 10_000;

  private final RunRows runs;
  private final FindingRows findings;
  private final ReviewRows reviews;
  private final StateStore state;
  private final Pass pass;
  private final LockSource locks;
  private final Clock clock;
  private final Set<Long> touched = ConcurrentHashMap.newKeySet();
  private volatile ScheduledExecutorService thread;
  private volatile Thread worker;
  private volatile Judgement known = Judgement.NOTHING;
  private volatile Map<ApplicationKey, List<DatedFinding>> byApplication = Map.of();
  private volatile Map<ApplicationKey, BoundPage> pages = Map.of();
  private final AtomicLong reviewEdition = new AtomicLong();
  private long seenChanges = -1;
  private Optional<Lock> held = Optional.empty();

  @Inject
  public Reconciler(
      @ComponentImport ActiveObjects ao,
      StateStore state,
      ConfigurationReader configuration,
      LockSource locks,
      Wiki wiki) {
    this(ao, state, configuration, locks, wiki, Clock.systemUTC(), Pace::new);
  }

  Reconciler(
      ActiveObjects ao,
      StateStore state,
      ConfigurationReader configuration,
      LockSource locks,
      Wiki wiki,
      Clock clock,
      java.util.function.Supplier<Pace> pace) {
    this.runs = new RunRows(ao);
    this.findings = new FindingRows(ao);
    this.reviews = new ReviewRows(ao);
    this.state = state;
    this.pass = new Pass(ao, state, configuration, wiki, clock, pace);
    this.locks = locks;
    this.clock = clock;
  }

  /** Begins on an own thread; a second start without a stop does nothing. */
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    thread = Executors.newSingleThreadScheduledExecutor(this::worker);
    thread.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A lock is of the thread that took it, so that one gives it back before it ends. */
  private Thread worker(Runnable task) {
    Runnable whole =
        () -> {
          try {
            task.run();
          } finally {
            Thread.interrupted();
            release();
          }
        };
    worker = new Thread(whole, "app-of-apps-documentation");
    worker.setDaemon(true);
    worker.setContextClassLoader(Reconciler.class.getClassLoader());
    return worker;
  }

  /** Ends; a run that is under way goes on at the next start, here or elsewhere. */
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    ScheduledExecutorService ending = thread;
    thread = null;
    ending.shutdownNow();
    try {
      worker.join(STOP_MILLIS);
      if (worker.isAlive()) {
        LOG.warn("The reading of documentation did not stop within 10 seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asks for a run; the one that is open already when there is one.
   *
   * @param full whether pages are read again that have not changed
   * @param starter key of the person, empty for the schedule
   */
  public Run ask(boolean full, String starter) {
    Run run = runs.ask(full, starter, clock.instant());
    soon();
    return run;
  }

  /** The last runs, the newest first. */
  public List<Run> runs() {
    return runs.last();
  }

  /** Notes that a page is to be read again, soon. */
  public void touch(long page) {
    touched.add(page);
    soon();
  }

  /** What is wrong as this node knows it, from memory; without bindings. */
  public Judgement known() {
    return known;
  }

  /**
   * What is wrong about each Application that something is wrong about, as this node knows it, from
   * memory; the same map as long as it says the same.
   */
  public Map<ApplicationKey, List<DatedFinding>> faulty() {
    return byApplication;
  }

  /** What is wrong about an Application as this node knows it, from memory. */
  public List<DatedFinding> known(ApplicationKey application) {
    return byApplication.getOrDefault(application, List.of());
  }

  /**
   * The leading page of each Application that has one, from memory; the same map as long as it says
   * the same.
   */
  public Map<ApplicationKey, BoundPage> pages() {
    return pages;
  }

  /** Remembers that somebody has looked a page through; findings follow soon. */
  public void reviewed(long page, List<Review> of) {
    reviews.put(page, of);
    reviewEdition.incrementAndGet();
    findings.ask();
    soon();
  }

  /** Another number when somebody has looked a page through by way of this node. */
  public long reviewEdition() {
    return reviewEdition.get();
  }

  /** When a page was looked through last, and by whom; by Application. */
  public List<Review> reviews(long page) {
    return reviews.of(page);
  }

  private void soon() {
    ScheduledExecutorService running = thread;
    try {
      if (running != null) {
        running.execute(this::tick);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("The app is stopping, the next start goes on", e);
    }
  }

  /** One look at what there is to do. */
  void tick() {
    try {
      readTouched();
      if (holdsLock()) {
        List<Run> last = runs.last();
        Optional<Run> open = last.stream().filter(run -> !run.isOver()).findFirst();
        open.ifPresent(run -> pass.run(run, this::readTouched));
        // before the first run no page is known, which says nothing about the Applications
        boolean readOnce = last.stream().anyMatch(run -> run.phase() == Run.Phase.DONE);
        if (open.isEmpty() && readOnce && pass.isDue(findings.asked())) {
          pass.judge();
        }
      }
      follow();
    } catch (CancellationException e) {
      LOG.debug("Reading of documentation was interrupted by the end of the app", e);
    } catch (RuntimeException e) {
      LOG.warn("Documentation could not be looked at; trying again in a few seconds", e);
    } finally {
      if (Thread.currentThread().isInterrupted() || thread == null) {
        release();
      }
    }
  }

  private void readTouched() {
    Set<Long> some = new HashSet<>(touched);
    if (!some.isEmpty()) {
      pass.refresh(some);
      touched.removeAll(some);
      findings.ask();
    }
  }

  /** Open pages look again when the state is another, and these findings stand on them too. */
  private void follow() {
    long changes = findings.changes();
    if (changes != seenChanges) {
      known = findings.read();
      byApplication = known.byApplication();
      pages = known.pages().equals(pages) ? pages : known.pages();
      seenChanges = changes;
      state.renew();
    }
  }

  private boolean holdsLock() {
    if (held.isEmpty()) {
      Lock lock = locks.lock(LOCK);
      held = lock.tryLock() ? Optional.of(lock) : Optional.empty();
    }
    return held.isPresent();
  }

  private void release() {
    held.ifPresent(Lock::unlock);
    held = Optional.empty();
  }
}
