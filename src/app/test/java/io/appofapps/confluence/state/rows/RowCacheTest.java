package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.kubernetes.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowCacheTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Instant AS_OF = Instant.parse("2026-03-01T12:00:00Z");

  private final H2ActiveObjects ao = new H2ActiveObjects();

  @AfterEach
  void close() {
    ao.close();
  }

  @Test
  void whatWasKnownBeforeARestartIsServedAtOnceWithItsAge() {
    Node first = new Node("c");
    first.list("one", "two");
    first.store.replace(
        ResourceKind.APPLICATION_SET,
        Scope.all("c"),
        List.of(
            new ApplicationSet(
                key("set"), "u", HealthStatus.DEGRADED, "m", "t", Map.of("a", "b"), Map.of())));
    first.store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all("c"),
        List.of(new AppProject(key("p"), "text", Map.of("k", "v"))));
    first.live();
    first.cache.stop();

    Node second = new Node("c");
    assertThat(second.store.current().applications())
        .isEqualTo(first.store.current().applications())
        .hasSize(2);
    assertThat(second.store.current().applicationSets())
        .isEqualTo(first.store.current().applicationSets());
    assertThat(second.store.current().projects()).isEqualTo(first.store.current().projects());
    ConnectionState state = second.store.current().connections().get("c");
    assertThat(state.phase()).isEqualTo(ConnectionState.Phase.CONNECTING);
    assertThat(state.asOf()).contains(AS_OF);
    second.cache.stop();
  }

  @Test
  void onlyChangedRowsAreWritten() {
    Node node = new Node("c");
    node.list("one", "two");
    awaitRows("one", "two");
    ao.writes.set(0);

    node.list("one", "two");
    node.store.apply(
        List.of(upsert(Application.unknown(key("one")).withReconciledAt(Optional.of(AS_OF)))));
    node.list("one", "three");
    awaitRows("one", "three");
    assertThat(ao.writes).as("one row made, one removed").hasValue(2);
    node.cache.stop();
  }

  @Test
  void aConnectionThatIsNoLongerConfiguredLosesItsRows() {
    Node node = new Node("c");
    node.list("one");
    node.cache.stop();
    assertThat(rows()).containsExactly("one");

    Node other = new Node("other");
    assertThat(other.store.current().applications()).isEmpty();
    awaitRows();
    other.cache.stop();
  }

  @Test
  void aDatabaseThatIsAwayDelaysRowsButStopsNothing() {
    ao.away.set(true);
    Node node = new Node("c");
    node.list("one", "gone");
    node.list("one", "late");
    assertThat(node.store.current().applications()).hasSize(2);

    ao.away.set(false);
    awaitRows("late", "one");
    node.cache.stop();
  }

  @Test
  void moreThanOneBatchIsWrittenWhole() {
    Node node = new Node("c");
    String[] names =
        IntStream.range(0, 2_300)
            .mapToObj(i -> String.format("app-%04d", i))
            .toArray(String[]::new);
    node.list(names);
    awaitRows(names);
    node.cache.stop();
  }

  @Test
  void aRowThatNobodyCanReadIsDroppedAndTheOthersServed() {
    Node node = new Node("c");
    node.list("one", "two");
    node.cache.stop();
    ResourceRow row = ao.find(ResourceRow.class, "RESOURCE_NAME = ?", "one")[0];
    row.setDocument("not json");
    row.save();

    Node second = new Node("c");
    assertThat(second.store.current().applications()).containsOnlyKeys(key("two"));
    awaitRows("two");
    second.cache.stop();
  }

  @Test
  void hostileTextDoesNotSpoilTheBatch() {
    Node node = new Node("c");
    String hostile = "\u0000'; DROP TABLE x; --\ud800 \u00e4\ud83d\ude80".repeat(40);
    Application application = RowDocumentTest.with(Application.unknown(key("bad")), hostile);
    node.store.replace(ResourceKind.APPLICATION, Scope.all("c"), List.of(application));
    node.cache.stop();

    Node second = new Node("c");
    assertThat(second.store.current().applications().get(key("bad"))).isEqualTo(application);
    second.cache.stop();
  }

  private void awaitRows(String... names) {
    Await.until(LIMIT, () -> "rows: " + rows().size(), () -> rows().equals(List.of(names)));
  }

  private List<String> rows() {
    return java.util.Arrays.stream(ao.find(ResourceRow.class))
        .map(ResourceRow::getResourceName)
        .sorted()
        .toList();
  }

  private static ApplicationKey key(String name) {
    return new ApplicationKey("c", "argocd", name);
  }

  private static Change<Application> upsert(Application application) {
    return new Change.Upsert<>(ResourceKind.APPLICATION, application);
  }

  /** One run of the app on the shared database. */
  private final class Node {
    final StateStore store = new StateStore();
    final RowCache cache = new RowCache(ao, store);

    Node(String connection) {
      store.configure(List.of(connection));
      cache.start();
      assertThat(cache.awaitRestored(LIMIT)).isTrue();
    }

    void list(String... names) {
      store.replace(
          ResourceKind.APPLICATION,
          Scope.all("c"),
          java.util.Arrays.stream(names).map(name -> Application.unknown(key(name))).toList());
    }

    void live() {
      store.connection("c", ConnectionState.Phase.LIVE, "", Optional.of(AS_OF));
    }
  }
}
