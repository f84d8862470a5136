package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.log.LogEvent;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.state.StateStore;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from memory what the configured repositories say. What it cannot answer yet it finds out
 * on a thread of its own, and {@link #edition} changes. Each node of a cluster has its own.
 */
@Named
public class RepositoryCommits implements Commits {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryCommits.class);

  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration AT_LEAST = Duration.ofMinutes(1);
  private static final Duration AFTER_HINT = Duration.ofSeconds(10);
  private static final Duration STILL_WANTED = Duration.ofHours(1);
  private static final int MOST_PAIRS = 20_000;

  private final ConfigurationReader configuration;
  private final Secrets secrets;
  private final Map<RepositoryName, Known> repositories = new ConcurrentHashMap<>();
  private final Map<Pair, Between> answers = new ConcurrentHashMap<>();
  private final Map<Pair, Long> wanted = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final FetchFigures fetches = new FetchFigures();
  private final AtomicLong edition = new AtomicLong();
  private final AtomicBoolean soon = new AtomicBoolean();
  private final AtomicBoolean later = new AtomicBoolean();
  private final Runnable renew;
  private final Duration afterHint;
  private volatile Optional<ScheduledExecutorService> worker = Optional.empty();
  private volatile boolean stopped;

  @Inject
  public RepositoryCommits(ConfigurationReader configuration, Secrets secrets, StateStore state) {
    this(configuration, secrets, state::renew, AFTER_HINT);
  }

  /**
   * @param renew makes open pages look again
   */
  RepositoryCommits(
      ConfigurationReader configuration, Secrets secrets, Runnable renew, Duration afterHint) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.renew = renew;
    this.afterHint = afterHint;
  }

  /** Begins to read, now and every five minutes. */
  public synchronized void start() {
    stopped = false;
    soon.set(false);
    later.set(false);
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "app-of-apps-git");
              thread.setDaemon(true);
              threads.add(thread);
              return thread;
            });
    worker = Optional.of(executor);
    executor.scheduleWithFixedDelay(this::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    configuration.onChange(this::soon);
  }

  /** Ends it; waits for a fetch under way, which a silent server holds up for ten seconds. */
  public synchronized void stop() {
    stopped = true;
    worker.ifPresent(
        executor -> {
          executor.shutdownNow();
          try {
            if (!executor.awaitTermination(15, TimeUnit.SECONDS)) {
              LOG.warn("A fetch from a Git repository did not end in time");
            }
            for (Thread thread : threads) {
              // the executor has ended a moment before its thread has
              thread.join(1_000);
            }
            threads.clear();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    worker = Optional.empty();
  }

  @Override
  public Optional<Between> between(String repository, String older, String newer) {
    RepositoryName name = RepositoryName.of(repository);
    if (!repositories.containsKey(name)) {
      return Optional.empty();
    }
    Pair pair = new Pair(name, older, newer);
    Between answer = answers.get(pair);
    if (answer == null
        && wanted.size() < MOST_PAIRS
        && wanted.put(pair, System.nanoTime()) == null) {
      soon();
    }
    return Optional.ofNullable(answer);
  }

  @Override
  public long edition() {
    return edition.get();
  }

  /** How fetches have ended on this node. */
  public FetchFigures fetches() {
    return fetches;
  }

  /**
   * Fetches soon, each repository not more often than every ten seconds however often it is called:
   * somebody says that repositories have moved.
   */
  public void refresh() {
    repositories.values().forEach(known -> known.stale = true);
    soon();
  }

  private void soon() {
    if (!stopped && soon.compareAndSet(false, true)) {
      worker.ifPresent(executor -> executor.schedule(this::round, 200, TimeUnit.MILLISECONDS));
    }
  }

  /** For those that were fetched just before the hint; one round however many hints there are. */
  private void later() {
    if (!stopped && later.compareAndSet(false, true)) {
      worker.ifPresent(
          executor ->
              executor.schedule(
                  () -> {
                    later.set(false);
                    round();
                  },
                  afterHint.toMillis(),
                  TimeUnit.MILLISECONDS));
    }
  }

  private void round() {
    soon.set(false);
    try {
      boolean changed = configure();
      long now = System.nanoTime();
      wanted.values().removeIf(asked -> now - asked > STILL_WANTED.toNanos());
      changed |= answer();
      Set<RepositoryName> lacking = ConcurrentHashMap.newKeySet();
      wanted.keySet().forEach(pair -> lacking.add(pair.repository()));
      for (Map.Entry<RepositoryName, Known> each : repositories.entrySet()) {
        if (!stopped) {
          each.getValue().fetch(each.getValue().pause(lacking.contains(each.getKey())));
        }
      }
      changed |= answer();
      if (changed) {
        edition.incrementAndGet();
        renew.run();
      }
      if (repositories.values().stream().anyMatch(known -> known.stale)) {
        later();
      }
    } catch (RuntimeException e) {
      LOG.warn("Git repositories could not be read: {}", e.getClass().getName());
    }
  }

  /** Whether anything was forgotten or is new. */
  private boolean configure() {
    Map<RepositoryName, RepositorySettings> now = new LinkedHashMap<>();
    configuration
        .current()
        .repositories()
        .forEach(settings -> now.putIfAbsent(RepositoryName.of(settings.url()), settings));
    boolean changed =
        repositories
            .entrySet()
            .removeIf(each -> !each.getValue().settings.equals(now.get(each.getKey())));
    for (Map.Entry<RepositoryName, RepositorySettings> each : now.entrySet()) {
      if (!repositories.containsKey(each.getKey())) {
        answers.keySet().removeIf(pair -> pair.repository().equals(each.getKey()));
        repositories.put(each.getKey(), new Known(each.getValue()));
        changed = true;
      }
    }
    answers.keySet().removeIf(pair -> !repositories.containsKey(pair.repository()));
    wanted.keySet().removeIf(pair -> !repositories.containsKey(pair.repository()));
    return changed;
  }

  private boolean answer() {
    boolean changed = false;
    if (answers.size() > MOST_PAIRS) {
      answers.clear();
      changed = true;
    }
    for (Pair pair : wanted.keySet()) {
      Optional<Between> found =
          Optional.ofNullable(repositories.get(pair.repository()))
              .flatMap(known -> known.between(pair));
      if (found.isPresent()) {
        answers.put(pair, found.get());
        wanted.remove(pair);
        changed = true;
      }
    }
    return changed;
  }

  private record Pair(RepositoryName repository, String older, String newer) {}

  /** A configured repository with what has been fetched of it. */
  private final class Known {
    private final RepositorySettings settings;
    private final Mirror mirror;
    private Optional<Long> last = Optional.empty();
    private String trouble = "";
    private volatile boolean stale;

    Known(RepositorySettings settings) {
      this.settings = settings;
      this.mirror =
          new Mirror(
              new Remote(settings, secrets::find), new Stories(settings.stories()), () -> stopped);
    }

    Duration pause(boolean lacking) {
      if (stale) {
        return afterHint;
      }
      return lacking ? AT_LEAST : EVERY;
    }

    void fetch(Duration pause) {
      long now = System.nanoTime();
      // the timer fires a little early now and then
      long least = pause.toNanos() * 9 / 10;
      if (last.filter(then -> now - then < least).isPresent()) {
        return;
      }
      last = Optional.of(now);
      stale = false;
      try {
        mirror.fetch();
        fetches.count(FetchFigures.Outcome.OK);
        say("");
      } catch (IOException | RuntimeException e) {
        fetches.count(FetchFigures.Outcome.of(e));
        say(Causes.kinds(e));
      }
    }

    Optional<Between> between(Pair pair) {
      try {
        return mirror.between(pair.older(), pair.newer());
      } catch (IOException e) {
        say(Causes.kinds(e));
        return Optional.empty();
      }
    }

    /** Once for each change; servers choose their messages, so only the kind is told. */
    private void say(String now) {
      if (!now.equals(trouble) && !stopped) {
        if (now.isEmpty()) {
          LOG.info("{}", LogEvent.of("git.read-again").with("repository", settings.url()));
        } else {
          LOG.warn(
              "{}",
              LogEvent.of("git.unreadable").with("repository", settings.url()).with("cause", now));
        }
      }
      trouble = now;
    }
  }
}
