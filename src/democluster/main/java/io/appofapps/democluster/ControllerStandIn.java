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
 * Stands in for Argo CD's controller: now and then a service of the demo is rolled out, and every
 * Application is compared again in turn. The Applications that tell a story of their own (the
 * cycle, the orphan, each odd state) are never changed except for their time stamps.
 */
public final class ControllerStandIn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControllerStandIn.class);
  private static final int COMPARED_PER_STEP = 3;

  private final EmbeddedCluster cluster;
  private final Clock clock;
  private final Random random;
  private final List<String> movable;
  private final Deque<String> toCompare;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "demo-controller");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<Rollout> rollout = Optional.empty();

  /**
   * @param seed the same seed gives the same sequence of changes
   */
  public ControllerStandIn(EmbeddedCluster cluster, Clock clock, long seed) {
    this.cluster = cluster;
    this.clock = clock;
    this.random = new Random(seed);
    this.movable = DemoData.movable();
    this.toCompare = new ArrayDeque<>(movable);
  }

  /** Makes one change after each interval until closed. */
  public void run(Duration interval) {
    timer.scheduleWithFixedDelay(
        this::stepOrWait, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One change: the next stage of a rollout or the start of another, and a few comparisons. */
  void step() {
    for (int i = 0; i < COMPARED_PER_STEP; i++) {
      String next = toCompare.remove();
      toCompare.add(next);
      cluster.edit("argocd", next, app -> Rollout.compared(app, clock.instant()));
    }
    Rollout current = rollout.orElseGet(this::begin);
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
    return Rollout.of(application, Fake.commit("commit " + random.nextLong()), fails);
  }

  private void stepOrWait() {
    try {
      step();
    } catch (KubernetesClientException | IllegalStateException e) {
      LOG.debug("No change this time: {}", e.getMessage());
    }
  }
}
