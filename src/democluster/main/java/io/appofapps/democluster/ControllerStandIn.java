package io.appofapps.democluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for Argo CD's controller: what lands in Git is applied, now and then a service of the
 * demo is rolled out anew, and every Application is compared again in turn. The Applications that
 * tell a story of their own (the cycle, the orphan, each odd state) are left alone but for their
 * time stamps, unless Git changes them.
 */
public final class ControllerStandIn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControllerStandIn.class);
  private static final int COMPARED_PER_STEP = 3;

  private final EmbeddedCluster cluster;
  private final Clock clock;
  private final Random random;
  private final List<String> movable;
  private final Deque<String> toCompare;
  private final GitWatch git;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "demo-controller");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<Rollout> rollout = Optional.empty();

  /**
   * @param git what lands there is applied
   * @param seed the same seed gives the same sequence of changes
   */
  ControllerStandIn(EmbeddedCluster cluster, DemoRepository git, Clock clock, long seed) {
    this.cluster = cluster;
    this.clock = clock;
    this.git = new GitWatch(cluster, git, clock);
    this.random = new Random(seed);
    this.movable = DemoData.movable();
    this.toCompare = new ArrayDeque<>(movable);
  }

  /** Makes one change after each interval until closed. */
  void run(Duration interval) {
    every(interval, this::step);
  }

  /** Looks into Git after each interval until closed, and brings what landed a stage further. */
  void follow(Duration interval) {
    every(interval, this::followGit);
  }

  /** One look into Git. */
  void followGit() {
    git.step();
    rollout = rollout.filter(current -> !git.isApplying(current.application()));
  }

  /** One change: the next stage of a rollout or the start of another, and a few comparisons. */
  void step() {
    for (int i = 0; i < COMPARED_PER_STEP; i++) {
      String next = toCompare.remove();
      toCompare.add(next);
      cluster.edit("argocd", next, app -> Statuses.compared(app, clock.instant()));
    }
    Rollout current = rollout.orElseGet(this::begin);
    if (git.isApplying(current.application())) {
      return;
    }
    cluster.edit("argocd", current.application(), app -> current.advance(app, clock.instant()));
    rollout = current.next();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private Rollout begin() {
    String application = movable.get(random.nextInt(movable.size()));
    boolean fails = random.nextInt(5) == 0;
    return Rollout.of(application, fails);
  }

  private void every(Duration interval, Runnable work) {
    timer.scheduleWithFixedDelay(
        () -> tryIt(work), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void tryIt(Runnable work) {
    try {
      work.run();
    } catch (KubernetesClientException | IllegalStateException e) {
      LOG.debug("No change this time: {}", e.getMessage());
    }
  }
}
