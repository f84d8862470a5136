package io.appofapps.devhost.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.democluster.AppSettings;
import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.devhost.browser.RunningNodes;
import io.appofapps.kubernetes.FleetApplication;
import io.appofapps.postgres.LocalPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Two hosts with the packed app on one PostgreSQL, before a real kube-apiserver whose Applications
 * change all the time. Somebody reads both nodes and the rows all along.
 */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  private static final int APPLICATIONS = 400;
  private static final Duration TAKE_OVER = Duration.ofSeconds(90);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(40);
  private static final Duration SAME = Duration.ofSeconds(60);

  /** After which the database ends the session of who holds a lock and does nothing. */
  private static final String IDLE_LIMIT = "idle_in_transaction_session_timeout=10s";

  private static final List<FleetApplication> FLEET = FleetApplication.fleet(APPLICATIONS);
  private static final List<Looker> LOOKERS = new ArrayList<>();

  private static LocalPostgres postgres;
  private static LoadCluster cluster;
  private static RunningNodes nodes;

  @BeforeAll
  static void start() throws Exception {
    postgres = LocalPostgres.startOrSkip(IDLE_LIMIT);
    Path home = RunningHost.newHome();
    cluster = LoadCluster.start(home);
    cluster.inParallel(
        FLEET.stream()
            .<Runnable>map(application -> () -> cluster.create(Storm.numbered(application, 0)))
            .toList());
    AppSettings.write(home, cluster.kubeconfig(), Optional.empty());
    nodes = RunningNodes.start(2, postgres, home, LoadCluster.ROOT);
    awaitSame(0, 1);
    LOOKERS.add(new Looker("node-1", () -> Shown.by(nodes.node(0), LoadCluster.ROOT)));
    LOOKERS.add(new Looker("node-2", () -> Shown.by(nodes.node(1), LoadCluster.ROOT)));
    LOOKERS.add(new Looker("rows", () -> Shown.byRows(postgres)));
  }

  @AfterAll
  static void stop() throws Exception {
    LOOKERS.forEach(Looker::close);
    if (nodes != null) {
      nodes.close();
    }
    if (cluster != null) {
      cluster.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  @Order(1)
  void row26_aLeaderThatWasPausedForLongInTheMiddleOfAWriteStillBelievesToLeadAndSpoilsNothing()
      throws Exception {
    int paused = leader();
    try (Storm storm = storm()) {
      Await.until("a storm", SAME, () -> storm.changes() > APPLICATIONS);
      long begin = System.nanoTime();
      pauseInAWrite(paused);
      try {
        long last = storm.last();
        Await.until("another leader", TAKE_OVER, () -> highest(1 - paused) > last);
        Await.until(
            "a long pause",
            LONG_PAUSE.plusSeconds(5),
            () -> System.nanoTime() - begin > LONG_PAUSE.toNanos());
      } finally {
        nodes.node(paused).resume();
      }
      endOf(storm);
    }
    awaitSame(0, 1);
    assertThat(leader()).as("the successor goes on").isEqualTo(1 - paused);
    assertNothingIsLostOrDoubled();
  }

  @Test
  @Order(2)
  void row25_theLeaderIsKilledInAStormAndNothingIsLostOrDoubled() throws Exception {
    int killed = leader();
    int successor = 1 - killed;
    try (Storm storm = storm()) {
      Await.until("a storm", SAME, () -> storm.changes() > APPLICATIONS);
      long begin = System.nanoTime();
      nodes.node(killed).kill();
      long last = storm.last();
      Await.until(
          "the successor to show a change of after the death",
          TAKE_OVER,
          () -> highest(successor) > last);
      System.out.printf(
          "Taken over in the storm after %d ms%n",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
      endOf(storm);
    }
    awaitSame(successor);
    assertNothingIsLostOrDoubled();

    nodes.restart(killed);
    awaitSame(0, 1);
    assertNothingIsLostOrDoubled();
  }

  /** The hardest moment: the paused node holds the lock of the connection's row. */
  private static void pauseInAWrite(int node) {
    Await.until(
        "the leader caught in a write",
        SAME,
        () -> {
          nodes.node(node).pause();
          boolean caught = Shown.isWriteLeftOpen(postgres);
          if (!caught) {
            nodes.node(node).resume();
          }
          return caught;
        });
  }

  private static Storm storm() {
    long reached = Collections.max(cluster.revisions().values());
    return Storm.begin(cluster, FLEET.subList(0, APPLICATIONS / 2), reached + 1);
  }

  /** Lets it blow over both nodes before it ends. */
  private static void endOf(Storm storm) {
    long soFar = storm.changes();
    Await.until("some more storm", SAME, () -> storm.changes() > soFar + APPLICATIONS);
    System.out.printf("%d changes, %.0f a second%n", storm.changes(), storm.rate());
    storm.end();
  }

  private static void assertNothingIsLostOrDoubled() throws Exception {
    for (Looker looker : LOOKERS) {
      assertThat(looker.setbacks()).isEmpty();
      assertThat(looker.looks()).isGreaterThan(20);
    }
    String rows = Shown.table(postgres, "RESOURCE");
    assertThat(postgres.ask("select count(*) from " + rows + " where \"TOMBSTONE\" = 0"))
        .isEqualTo("" + APPLICATIONS);
    assertThat(
            postgres.ask(
                "select count(*) - count(distinct (\"KIND_WORD\", \"NAMESPACE_NAME\","
                    + " \"RESOURCE_NAME\")) from "
                    + rows))
        .as("rows of the same resource")
        .isEqualTo("0");
    assertThat(postgres.ask("select count(*) - count(distinct \"FEED_NUMBER\") from " + rows))
        .as("feed numbers that were given twice")
        .isEqualTo("0");
    assertThat(postgres.ask("select max(\"FEED_NUMBER\") from " + rows))
        .isEqualTo(
            postgres.ask("select \"FEED_NUMBER\" from " + Shown.table(postgres, "CONNECTION")));
  }

  /** All say exactly what the cluster says. */
  private static void awaitSame(int... shown) {
    Map<String, Long> wanted = cluster.revisions();
    assertThat(wanted).hasSize(APPLICATIONS);
    awaitValues("the rows", wanted, () -> Shown.byRows(postgres));
    for (int node : shown) {
      awaitValues("node " + node, wanted, () -> Shown.by(nodes.node(node), LoadCluster.ROOT));
    }
  }

  private static void awaitValues(
      String what, Map<String, Long> wanted, Supplier<Map<String, Long>> shown) {
    Await.until(what + " to be as the cluster", SAME, () -> shown.get().equals(wanted));
  }

  private static long highest(int node) {
    return Shown.by(nodes.node(node), LoadCluster.ROOT).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static int leader() throws Exception {
    int leader = Shown.leader(postgres);
    assertThat(leader).isNotNegative();
    return leader;
  }
}
