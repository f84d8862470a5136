package io.appofapps.confluence.configuration.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationChecks;
import io.appofapps.confluence.configuration.ConfigurationStore;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.VersionConflictException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration of all nodes. Each node asks the database every second for a newer version,
 * which costs one query for nothing while nobody changes anything. While the database is away, or a
 * newer version cannot be read, the last one stays in force.
 */
@Named
public class StoredConfigurations implements ConfigurationStore {

  private static final Logger LOG = LoggerFactory.getLogger(StoredConfigurations.class);
  private static final long POLL_SECONDS = 1;
  private static final int FAILURES_UNTIL_NEWS = 3;
  private static final StoredConfiguration NOTHING =
      new StoredConfiguration(0, Configuration.EMPTY, "", Instant.EPOCH);

  private final VersionRows rows;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile StoredConfiguration inForce = NOTHING;
  private volatile ScheduledExecutorService thread;
  private int failures;

  @Inject
  public StoredConfigurations(@ComponentImport ActiveObjects ao) {
    this(ao, Clock.systemUTC());
  }

  StoredConfigurations(ActiveObjects ao, Clock clock) {
    this.rows = new VersionRows(ao);
    this.clock = clock;
  }

  /**
   * Reads the newest version, then looks for newer ones on an own thread; a second start without a
   * stop does nothing.
   */
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    poll();
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread own = new Thread(task, "app-of-apps-configuration");
              own.setDaemon(true);
              own.setContextClassLoader(StoredConfigurations.class.getClassLoader());
              return own;
            });
    thread.scheduleWithFixedDelay(this::poll, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks no more; what was in force stays so. */
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public Configuration current() {
    return inForce.configuration();
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public StoredConfiguration latest() {
    return rows.newest();
  }

  @Override
  public StoredConfiguration replace(long expected, Configuration next, String author) {
    List<FieldError> errors = ConfigurationChecks.of(next);
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    StoredConfiguration newest = rows.newest();
    if (newest.version() != expected) {
      throw new VersionConflictException(expected, newest.version());
    }
    if (newest.configuration().equals(next)) {
      return newest;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    StoredConfiguration stored = rows.append(expected, next, author, now);
    LOG.info("Version {} of the configuration was saved by {}", stored.version(), stored.author());
    if (accept(stored)) {
      tellLater();
    }
    return stored;
  }

  /** A version that is overtaken by a newer one never comes back. */
  private synchronized boolean accept(StoredConfiguration stored) {
    boolean newer = stored.version() > inForce.version();
    if (newer) {
      inForce = stored;
    }
    return newer;
  }

  private void tellLater() {
    ScheduledExecutorService running = thread;
    try {
      if (running != null) {
        running.execute(this::tell);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("The app is stopping, so nobody needs to hear of the change", e);
    }
  }

  private void tell() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.error("A change of the configuration could not be taken over everywhere", e);
      }
    }
  }

  private void poll() {
    try {
      if (rows.newerThan(inForce.version()).filter(this::accept).isPresent()) {
        tell();
      }
      recovered();
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void failed(RuntimeException e) {
    failures++;
    LOG.debug("The configuration could not be read at try {}", failures, e);
    if (failures == FAILURES_UNTIL_NEWS) {
      LOG.warn(
          "The configuration cannot be read; version {} stays in force. Trying again every second.",
          inForce.version(),
          e);
    }
  }

  private void recovered() {
    if (failures >= FAILURES_UNTIL_NEWS) {
      LOG.info("The configuration is read again");
    }
    failures = 0;
  }
}
