package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.ServerRules;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.leader.ConnectionDuty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connections this node has duty for as the configuration wants them: running, paused or
 * gone. Each lives for itself: a change touches exactly those whose settings or secrets changed,
 * and a slow one holds up no other.
 */
@Named
public class Connections implements ConnectionDuty {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** Secrets that another node stored, and files that the rules point to, bring no call. */
  private static final long LOOK_AGAIN_SECONDS = 15;

  private static final int THREADS = 4;
  private static final long STOP_SECONDS = 15;

  private final ConfigurationReader configuration;
  private final StateStore store;
  private final ApiFailures failures = new ApiFailures();
  private final ConnectionLife.Parts parts;
  private final Map<String, ConnectionLife> lives = new ConcurrentHashMap<>();

  private volatile ScheduledExecutorService threads;

  @Inject
  public Connections(
      ConfigurationReader configuration, Secrets secrets, ServerRules rules, StateStore store) {
    this(configuration, secrets, rules, store, Clock.systemUTC(), WatchLimits.DEFAULT);
  }

  Connections(
      ConfigurationReader configuration,
      Secrets secrets,
      ServerRules rules,
      StateStore store,
      Clock clock,
      WatchLimits limits) {
    this.configuration = configuration;
    this.store = store;
    this.parts =
        new ConnectionLife.Parts(configuration, secrets, rules, store, clock, limits, failures);
    configuration.onChange(this::changed);
  }

  /** Makes the connections known to the state; a second start without a stop does nothing. */
  public synchronized void start() {
    if (threads != null) {
      return;
    }
    store.configure(ids());
    threads = Executors.newScheduledThreadPool(THREADS, OwnThreads.named("connections"));
    threads.scheduleWithFixedDelay(this::applyAll, 0, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
  }

  /** Stops all watching; when it returns no thread of the connections is left at work. */
  public synchronized void stop() {
    if (threads == null) {
      return;
    }
    threads.shutdownNow();
    threads = null;
    List<ConnectionLife> all = List.copyOf(lives.values());
    lives.clear();
    ScheduledExecutorService closers =
        Executors.newScheduledThreadPool(THREADS, OwnThreads.named("connections-stop"));
    all.forEach(life -> closers.execute(life::end));
    closers.shutdown();
    try {
      if (!closers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        closers.shutdownNow();
      }
    } catch (InterruptedException e) {
      closers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void begin(String connection) {
    ConnectionLife life = lives.computeIfAbsent(connection, id -> new ConnectionLife(id, parts));
    applyLater(life);
  }

  @Override
  public void end(String connection) {
    ConnectionLife life = lives.remove(connection);
    if (life != null) {
      life.end();
    }
  }

  /** What an administrator should know of the tokens in use; empty without duty here. */
  public List<String> tokenNotices(String connection) {
    ConnectionLife life = lives.get(connection);
    return life == null ? List.of() : life.tokenNotices();
  }

  /** How often API servers could not be asked by this node. */
  public ApiFailures failures() {
    return failures;
  }

  private void changed() {
    if (threads != null) {
      store.configure(ids());
      applyAll();
    }
  }

  private void applyAll() {
    lives.values().forEach(this::applyLater);
  }

  private void applyLater(ConnectionLife life) {
    ScheduledExecutorService running = threads;
    if (running != null) {
      running.execute(
          () -> {
            try {
              life.apply();
            } catch (RuntimeException e) {
              LOG.error("Applying the settings of a cluster connection failed", e);
            }
          });
    }
  }

  private List<String> ids() {
    return configuration.current().connections().stream().map(ConnectionSettings::id).toList();
  }
}
