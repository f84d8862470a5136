package io.appofapps.confluence.state.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.leader.ClusterFixture.Node;
import io.appofapps.confluence.state.rows.ResourceRow;
import io.appofapps.kubernetes.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadershipTest {

  private final ClusterFixture cluster = new ClusterFixture();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void oneNodeWatchesAndTheOthersFollow() {
    cluster.put("one", "1");
    Node first = cluster.node("a");
    cluster.awaitLeader(first);
    Node second = cluster.node("b");
    cluster.awaitSame(second);
    cluster.put("two", "1");
    cluster.put("one", "2");
    cluster.awaitSame(second);
    awaitPhase(second, ConnectionState.Phase.LIVE);
    assertThat(second.watching).isFalse();
    Instant before = second.state().asOf().orElseThrow();
    Await.until(
        ClusterFixture.LIMIT,
        () -> "a newer age than " + before,
        () -> second.state().asOf().orElseThrow().isAfter(before));
  }

  @Test
  void anOrderlyEndHandsOverAtOnceAndLosesNothing() {
    Node first = cluster.node("a");
    cluster.awaitLeader(first);
    Node second = cluster.node("b");
    cluster.put("one", "1");
    first.down();
    assertThat(first.watching).isFalse();
    cluster.awaitLeader(second);
    cluster.awaitSame(second);
  }

  @Test
  void ofTwoThatBelieveTheyLeadTheOlderIsRefusedAndFollows() {
    Node first = cluster.node("a");
    cluster.awaitLeader(first);
    Node second = cluster.node("b");
    cluster.put("one", "1");
    cluster.awaitSame(second);

    cluster.locks.release("a");
    cluster.put("two", "1");
    cluster.awaitLeader(second);
    Await.until(ClusterFixture.LIMIT, () -> "a to stop watching", () -> !first.watching);
    for (int i = 2; i < 20; i++) {
      cluster.put("one", "" + i);
      cluster.put("more-" + i, "1");
    }
    cluster.awaitSame(first);
    cluster.awaitSame(second);
    assertThat(cluster.ao.find(ResourceRow.class)).hasSize(cluster.cluster().size());
  }

  @Test
  void withoutTheDatabaseALeaderStepsDownAndTakesOverAgainWhenItIsBack() {
    Node node = cluster.node("a");
    cluster.awaitLeader(node);
    cluster.put("one", "1");
    cluster.ao.away.set(true);
    cluster.put("one", "2");
    assertThat(node.values()).as("pages go on").isEqualTo(Map.of("one", "2"));
    Await.until(ClusterFixture.LIMIT, () -> "a to step down", () -> !node.watching);
    assertThat(node.values()).isEqualTo(Map.of("one", "2"));
    cluster.put("one", "3");
    cluster.put("two", "1");

    cluster.ao.away.set(false);
    cluster.awaitLeader(node);
    cluster.awaitSame(node);
    cluster.awaitSame(cluster.node("b"));
  }

  @Test
  void aConnectionThatIsConfiguredNoMoreLosesItsRows() {
    Node node = cluster.node("a");
    cluster.awaitLeader(node);
    cluster.put("one", "1");
    cluster.awaitSame(cluster.node("b"));
    cluster.nodes.forEach(each -> each.store.configure(List.of()));

    Await.until(
        ClusterFixture.LIMIT,
        () -> "no rows and nobody watching",
        () -> cluster.ao.find(ResourceRow.class).length == 0 && !node.watching);
  }

  @Test
  void noThreadOutlivesAStop() {
    Node node = cluster.node("a");
    cluster.awaitLeader(node);
    node.down();
    Await.until(
        Duration.ofSeconds(5),
        () -> "no threads of ours",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("app-of-apps-")));
  }

  private static void awaitPhase(Node node, ConnectionState.Phase phase) {
    Await.until(
        ClusterFixture.LIMIT,
        () -> phase + ", but it is " + node.state(),
        () -> node.state().phase() == phase);
  }
}
