package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.desk.PromotionListener;
import io.appofapps.confluence.promotion.facts.FactReader;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.state.ThisNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds which promotions have something to be done about, and does it, on threads
 * of its own. All nodes do; for each promotion the one that gets its lease.
 */
@Named
public class Driver implements PromotionListener {

  private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

  private static final long EVERY_MILLIS = 2_000;
  private static final long PROLONG_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final int MOST_AT_ONCE = 4;
  private static final long STOP_SECONDS = 20;

  private final Steps steps;
  private final FactReader reader;
  private final String node;

  /** What is being done, with when its lease was taken last. */
  private final Map<String, Long> working = new ConcurrentHashMap<>();

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean soon = new AtomicBoolean();
  private volatile ScheduledExecutorService clock;
  private volatile ExecutorService workers;
  private String trouble = "";

  @Inject
  public Driver(Steps steps, FactReader reader, ThisNode node) {
    this.steps = steps;
    this.reader = reader;
    this.node = node.name() + "/drive";
  }

  /** Begins. */
  public synchronized void start() {
    if (clock == null) {
      workers = Executors.newFixedThreadPool(MOST_AT_ONCE, named("app-of-apps-promotion"));
      clock = Executors.newSingleThreadScheduledExecutor(named("app-of-apps-promotions"));
      clock.scheduleWithFixedDelay(this::round, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Ends; what is under way is interrupted, and goes on on another node or after the next start.
   */
  public synchronized void stop() {
    if (clock == null) {
      return;
    }
    clock.shutdownNow();
    workers.shutdownNow();
    try {
      boolean ended =
          clock.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
              & workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        LOG.warn("A step of a promotion did not end in time");
      }
      for (Thread thread : threads) {
        // the executor has ended a moment before its thread has
        thread.join(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
    working.clear();
    clock = null;
    workers = null;
  }

  /** Something has happened here: perhaps the next step can be taken at once. */
  @Override
  public void happened(Promotion after, String event, Person who) {
    soon();
  }

  /** Not synchronized: who stops waits for those who call this. */
  private void soon() {
    ScheduledExecutorService running = clock;
    if (running != null && soon.compareAndSet(false, true)) {
      try {
        running.execute(this::round);
      } catch (RejectedExecutionException e) {
        LOG.debug("The app is being stopped");
      }
    }
  }

  private ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      threads.removeIf(each -> !each.isAlive() && each.getState() == Thread.State.TERMINATED);
      threads.add(thread);
      return thread;
    };
  }

  /** One look at all that are open. */
  private void round() {
    soon.set(false);
    try {
      prolong();
      Facts facts = reader.newest();
      for (Promotion promotion : facts.open()) {
        if (steps.isDue(promotion, facts)) {
          begin(promotion.id());
        }
      }
      say("");
    } catch (RuntimeException e) {
      say(e.getClass().getSimpleName());
    }
  }

  private void prolong() {
    working.forEach(
        (id, taken) -> {
          long now = System.nanoTime();
          if (now - taken > PROLONG_NANOS && steps.prolong(id, node)) {
            working.replace(id, taken, now);
          }
        });
  }

  private void begin(String id) {
    if (working.putIfAbsent(id, System.nanoTime()) == null) {
      workers.execute(
          () -> {
            try {
              steps.step(id, node);
            } catch (RuntimeException e) {
              LOG.warn("promotion {} could not be carried on, and is tried again", id, e);
            } finally {
              working.remove(id);
            }
          });
    }
  }

  /** Once for each change. */
  private void say(String now) {
    if (!now.equals(trouble)) {
      if (now.isEmpty()) {
        LOG.info("Promotions are looked after again");
      } else {
        LOG.warn("Promotions cannot be looked after: {}", now);
      }
      trouble = now;
    }
  }
}
