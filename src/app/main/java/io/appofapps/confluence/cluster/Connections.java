package io.appofapps.confluence.cluster;

import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.StateStore;
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
 * kubeconfig changes. In a Confluence cluster each node watches for itself; one leader per
 * connection comes with the supervised watcher.
 */
@Named
public class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long POLL_SECONDS = 3;
  private static final long STOP_SECONDS = 15;

  private final StateStore store;
  private final CurrentSettings current;

  private ScheduledExecutorService poller;
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
   * @param beforeWatching run once on the connections' own thread, after the connections are known
   *     to the store and before the first one is made; may take its time, may not throw
   */
  public synchronized void start(Path home, Runnable beforeWatching) {
    if (poller != null) {
      return;
    }
    poller = Executors.newSingleThreadScheduledExecutor(OwnThreads.named("settings"));
    poller.execute(
        () -> {
          Settings settings = SettingsFile.read(home);
          store.configure(keys(settings));
          beforeWatching.run();
        });
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
    disconnect();
    seen = Optional.empty();
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
    disconnect();
    current.set(settings);
    store.configure(keys(settings));
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
