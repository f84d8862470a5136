package io.appofapps.confluence.cluster;

import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.leader.ConnectionDuty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connection of the settings file running: reads the file at start and whenever it or the
 * kubeconfig changes. Only the node that leads the connection watches.
 */
@Named
public class Connections implements ConnectionDuty {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long POLL_SECONDS = 3;
  private static final long STOP_SECONDS = 15;

  private final StateStore store;
  private final CurrentSettings current;

  private ScheduledExecutorService poller;
  private final Object watching = new Object();
  private Optional<String> leading = Optional.empty();
  private Optional<Connection> connection = Optional.empty();
  private Optional<Fingerprint> seen = Optional.empty();

  @Inject
  public Connections(StateStore store, CurrentSettings current) {
    this.store = store;
    this.current = current;
  }

  /**
   * Starts; a second start without a stop does nothing.
   *
   * @param home folder of the settings file
   */
  public synchronized void start(Path home) {
    if (poller != null) {
      return;
    }
    poller = Executors.newSingleThreadScheduledExecutor(OwnThreads.named("settings"));
    poller.scheduleWithFixedDelay(() -> poll(home), 0, POLL_SECONDS, TimeUnit.SECONDS);
  }

  /** Stops all watching; when it returns no thread of the connections is left at work. */
  public synchronized void stop() {
    if (poller == null) {
      return;
    }
    poller.shutdown();
    try {
      if (!poller.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        poller.shutdownNow();
      }
    } catch (InterruptedException e) {
      poller.shutdownNow();
      Thread.currentThread().interrupt();
    }
    poller = null;
    synchronized (watching) {
      disconnect();
    }
    seen = Optional.empty();
  }

  @Override
  public void begin(String key) {
    synchronized (watching) {
      leading = Optional.of(key);
      renew();
    }
  }

  @Override
  public void end(String key) {
    synchronized (watching) {
      leading = Optional.empty();
      disconnect();
    }
  }

  private void poll(Path home) {
    try {
      Settings settings = SettingsFile.read(home);
      Fingerprint now = Fingerprint.of(settings);
      if (!seen.equals(Optional.of(now))) {
        seen = Optional.of(now);
        apply(settings);
      }
    } catch (RuntimeException e) {
      LOG.error("Reading the settings of the cluster connections failed", e);
    }
  }

  private void apply(Settings settings) {
    synchronized (watching) {
      current.set(settings);
      store.configure(keys(settings));
      renew();
    }
  }

  private void renew() {
    disconnect();
    Settings settings = current.get();
    if (!leading.filter(keys(settings)::contains).isPresent()) {
      return;
    }
    if (settings instanceof Settings.Unusable unusable) {
      misconfigured(unusable.connection(), unusable.problem());
    } else if (settings instanceof Settings.Usable usable) {
      connect(usable.connection());
    }
  }

  private void connect(ConnectionSettings settings) {
    try {
      store.connection(
          settings.connection(), ConnectionState.Phase.CONNECTING, "", Optional.empty());
      connection = Optional.of(Connection.start(settings, store, Clock.systemUTC()));
    } catch (UnusableKubeconfigException e) {
      misconfigured(settings.connection(), e.getMessage());
    }
  }

  private void misconfigured(String key, String reason) {
    LOG.warn("Cluster connection {} cannot be made: {}", key, reason);
    store.connection(key, ConnectionState.Phase.MISCONFIGURED, reason, Optional.empty());
  }

  private void disconnect() {
    connection.ifPresent(Connection::close);
    connection = Optional.empty();
  }

  private static List<String> keys(Settings settings) {
    if (settings instanceof Settings.Unusable unusable) {
      return List.of(unusable.connection());
    }
    if (settings instanceof Settings.Usable usable) {
      return List.of(usable.connection().connection());
    }
    return List.of();
  }

  /** What a change is told by: the settings themselves and the kubeconfig's stamp and size. */
  private record Fingerprint(Settings settings, Optional<FileTime> modified, long size) {

    static Fingerprint of(Settings settings) {
      if (settings instanceof Settings.Usable usable) {
        Path kubeconfig = usable.connection().kubeconfig();
        try {
          return new Fingerprint(
              settings, Optional.of(Files.getLastModifiedTime(kubeconfig)), Files.size(kubeconfig));
        } catch (IOException e) {
          LOG.debug("The kubeconfig is not there", e);
        }
      }
      return new Fingerprint(settings, Optional.empty(), 0);
    }
  }
}
