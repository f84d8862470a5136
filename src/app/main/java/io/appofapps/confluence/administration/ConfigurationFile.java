package io.appofapps.confluence.administration;

import io.appofapps.confluence.administration.ConfigurationChanges.Outcome;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.configuration.rows.AppliedFiles;
import io.appofapps.confluence.state.leader.LockSource;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole configuration as a file in the shared home, for those who keep it in a repository. Each
 * content is applied once, by one node of the cluster: at the start of the app and whenever the
 * file is another than before. What administrators change afterwards holds until the file changes.
 * A file that cannot be applied changes nothing, and the log says why.
 */
@Named
public class ConfigurationFile {

  static final String NAME = "app-of-apps.yaml";

  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFile.class);
  private static final String LOCK = "io.appofapps.confluence.configuration.file";
  private static final long POLL_SECONDS = 2;

  private final ConfigurationChanges changes;
  private final AppliedFiles applied;
  private final LockSource locks;
  private ScheduledExecutorService thread;

  /** The content met at the last look, of which nothing is left to do when it is settled. */
  private Optional<String> met = Optional.empty();

  private boolean settled = true;
  private Optional<String> trouble = Optional.empty();

  @Inject
  public ConfigurationFile(ConfigurationChanges changes, AppliedFiles applied, LockSource locks) {
    this.changes = changes;
    this.applied = applied;
    this.locks = locks;
  }

  /** Looks at the file in that home now, and again and again on an own thread. */
  public synchronized void start(Path home) {
    if (thread != null) {
      return;
    }
    Path file = home.resolve(NAME);
    look(file, true);
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread own = new Thread(task, "app-of-apps-configuration-file");
              own.setDaemon(true);
              own.setContextClassLoader(ConfigurationFile.class.getClassLoader());
              return own;
            });
    thread.scheduleWithFixedDelay(
        () -> look(file, false), POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks no more. */
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  /**
   * @param atOnce whether the content counts at its first sight; later it must have stayed the same
   *     from one look to the next, because somebody may be writing it
   */
  void look(Path file, boolean atOnce) {
    try {
      Optional<FileContent> content = FileContent.read(file);
      Optional<String> hash = content.map(FileContent::hash);
      boolean same = hash.equals(met);
      if (!same) {
        met = hash;
        settled = hash.isEmpty();
      }
      if (!settled && (same || atOnce)) {
        settled = applyAlone(content.orElseThrow());
      }
      trouble = Optional.empty();
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  /**
   * @return false when another node is at it, so that one has to come again
   */
  private boolean applyAlone(FileContent content) {
    Lock lock = locks.lock(LOCK);
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (!applied.find(NAME).equals(Optional.of(content.hash()))) {
        apply(content);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void apply(FileContent content) {
    Draft<Configuration> draft;
    Outcome outcome;
    try {
      draft = ConfigurationDocument.readYaml(content.text());
      outcome =
          changes.apply(
              new Request(Deed.Kind.CONFIGURATION_APPLIED, NAME, OptionalLong.empty(), NAME),
              draft);
    } catch (InvalidConfigurationException e) {
      LOG.error(
          "{} is not applied, and the configuration of before stays in force. Correct in the file:"
              + " {}",
          NAME,
          mistakes(e));
      return;
    }
    applied.put(NAME, content.hash());
    LOG.info(
        "{} is applied as version {} of the configuration: {} changes and {} new secrets",
        NAME,
        outcome.stored().version(),
        outcome.differences().size(),
        outcome.secrets().size());
  }

  private static String mistakes(InvalidConfigurationException e) {
    StringBuilder lines = new StringBuilder();
    e.errors()
        .forEach(
            error ->
                lines.append("\n  ").append(error.field()).append(": ").append(error.message()));
    return lines.toString();
  }

  /** Tried again at every look, said once. */
  private void failed(Exception e) {
    String kind = e.getClass().getName();
    if (trouble.equals(Optional.of(kind))) {
      LOG.debug("{} could still not be applied", NAME, e);
    } else {
      LOG.warn("{} could not be read or applied; trying again every few seconds", NAME, e);
    }
    trouble = Optional.of(kind);
  }
}
