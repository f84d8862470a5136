package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.kubernetes.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeHealthTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final TestActiveObjects ao = TestActiveObjects.h2();

  @AfterEach
  void close() {
    ao.close();
  }

  @Test
  void everyNodeTellsOfItselfFromMemoryAndOfTheOthersFromTheDatabase() {
    try (Node first = new Node("a");
        Node second = new Node("b")) {
      first.cache.lead("c");
      first.list("one", "two");
      first.store.connection("c", Phase.LIVE, "", Optional.of(Instant.now()));
      NodeReport.OfConnection own = first.health.reports().get(0).connections().get(0);
      assertThat(first.health.reports().get(0).self()).isTrue();
      assertThat(own.leader()).isTrue();
      assertThat(own.state()).isEqualTo(Phase.LIVE);
      assertThat(own.objects()).isEqualTo(2);
      assertThat(own.lagMillis().orElseThrow()).isLessThan(20_000);

      first.nanos.addAndGet(Duration.ofSeconds(11).toNanos());
      Await.until(
          LIMIT,
          () -> "a as leader and live in " + second.health.reports(),
          () -> second.other("a").filter(c -> c.leader() && c.state() == Phase.LIVE).isPresent());
      Await.until(
          LIMIT,
          () -> "two rows with b",
          () -> second.health.reports().get(0).connections().get(0).objects() == 2);
    }
  }

  @Test
  void anIdleNodeWritesNothingAndAnErrorIsTold() {
    try (Node node = new Node("a")) {
      Await.until(LIMIT, () -> "a's row", () -> ao.count(NodeRow.class) == 1);
      ao.writes.set(0);
      long rounds = ao.transactions.get() + 6;
      node.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      Await.until(LIMIT, () -> "some rounds", () -> ao.transactions.get() > rounds);
      assertThat(ao.writes).hasValue(0);

      node.store.connection("c", Phase.DENIED, "No right to list.", Optional.empty());
      NodeRowStore rows = new NodeRowStore(ao);
      Await.until(
          LIMIT,
          () -> "the error in " + rows.all(),
          () -> rows.all().get(0).connections().get(0).lastError().equals("No right to list."));
    }
  }

  @Test
  void aNodeThatStopsInOrderLeavesTheList() {
    Node node = new Node("a");
    Await.until(LIMIT, () -> "a's row", () -> ao.count(NodeRow.class) == 1);
    node.close();
    assertThat(ao.count(NodeRow.class)).isZero();
  }

  @Test
  void withoutTheDatabaseANodeStillTellsOfItself() {
    try (Node node = new Node("a")) {
      ao.away.set(true);
      assertThat(node.health.reports()).hasSize(1);
      Await.until(LIMIT, () -> "a failure", () -> node.cache.failure().isPresent());
      ao.away.set(false);
      Await.until(LIMIT, () -> "an answer", () -> node.cache.failure().isEmpty());
    }
  }

  private final class Node implements ThisNode, AutoCloseable {
    final StateStore store = new StateStore();
    final AtomicLong nanos = new AtomicLong();
    final RowCache cache = new RowCache(ao, store, this);
    final NodeHealth health = new NodeHealth(ao, store, cache, this, Clock.systemUTC(), nanos::get);
    private final String name;

    Node(String name) {
      this.name = name;
      store.configure(List.of("c"));
      cache.start();
    }

    void list(String... names) {
      store.replace(
          ResourceKind.APP_PROJECT,
          Scope.all("c"),
          java.util.Arrays.stream(names)
              .map(
                  n ->
                      new AppProject(new ApplicationKey("c", "argocd", n), "", Map.of(), List.of()))
              .toList());
    }

    Optional<NodeReport.OfConnection> other(String node) {
      return health.reports().stream()
          .filter(report -> report.node().equals(node))
          .flatMap(report -> report.connections().stream())
          .findFirst();
    }

    @Override
    public String node() {
      return name;
    }

    @Override
    public String start() {
      return "1";
    }

    @Override
    public void close() {
      cache.stop();
      health.leave();
    }
  }
}
