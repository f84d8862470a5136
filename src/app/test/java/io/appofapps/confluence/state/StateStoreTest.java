package io.appofapps.confluence.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StateStore store = new StateStore(Clock.fixed(NOON, ZoneOffset.UTC));
  private final List<Change<?>> heard = new ArrayList<>();

  @BeforeEach
  void oneConnection() {
    store.configure(List.of("c"));
    store.onChange(heard::addAll);
  }

  @Test
  void revisionStartsAtTheTimeOfDaySoThatItNeverGoesBackOverARestart() {
    assertThat(new StateStore(Clock.fixed(NOON, ZoneOffset.UTC)).current().revision())
        .isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aListReplacesWhatWasThere() {
    list(app("a"), app("b"));
    list(app("b"), app("d"));

    assertThat(store.current().applications()).containsOnlyKeys(key("b"), key("d"));
  }

  @Test
  void aListOfOneNamespaceLeavesTheOthersAlone() {
    store.replace(
        ResourceKind.APPLICATION, new Scope("c", Optional.of("x")), List.of(app("x", "a")));
    store.replace(
        ResourceKind.APPLICATION, new Scope("c", Optional.of("y")), List.of(app("y", "a")));
    store.replace(ResourceKind.APPLICATION, new Scope("c", Optional.of("x")), List.of());

    assertThat(store.current().applications()).containsOnlyKeys(new ApplicationKey("c", "y", "a"));
  }

  @Test
  void aListOfOneKindLeavesTheOthersAlone() {
    list(app("a"));
    store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all("c"),
        List.of(new AppProject(key("a"), "text", Map.of(), List.of())));
    list();

    assertThat(store.current().projects()).containsOnlyKeys(key("a"));
    assertThat(store.current().applications()).isEmpty();
  }

  @Test
  void everyVisibleChangeRaisesTheRevisionOnceAndIsHeard() {
    long before = store.current().revision();
    list(app("a"), app("b"));
    assertThat(store.current().revision()).isEqualTo(before + 1);
    assertThat(heard).hasSize(2);

    store.apply(
        List.of(
            new Change.Delete<>(ResourceKind.APPLICATION, key("a")),
            upsert(withProject("b", "x"))));
    assertThat(store.current().revision()).isEqualTo(before + 2);
    assertThat(heard).hasSize(4);
  }

  @Test
  void theSameAgainIsNoChange() {
    list(app("a"));
    Snapshot before = store.current();
    heard.clear();
    list(app("a"));
    store.apply(List.of(upsert(app("a"))));
    store.apply(List.of(new Change.Delete<>(ResourceKind.APPLICATION, key("unknown"))));

    assertThat(store.current().revision()).isEqualTo(before.revision());
    assertThat(heard).isEmpty();
  }

  @Test
  void aReconcileStampAloneIsKeptButIsNoVisibleChange() {
    list(app("a"));
    long before = store.current().revision();
    Application stamped = app("a").withReconciledAt(Optional.of(NOON.plusSeconds(1)));
    store.apply(List.of(upsert(stamped)));

    assertThat(store.current().revision()).isEqualTo(before);
    assertThat(store.current().applications().get(key("a")).reconciledAt())
        .isEqualTo(stamped.reconciledAt());
  }

  @Test
  void aResourceThatComesAndGoesWithinOneBatchIsNoChange() {
    long before = store.current().revision();
    store.apply(List.of(upsert(app("a")), new Change.Delete<>(ResourceKind.APPLICATION, key("a"))));

    assertThat(store.current().revision()).isEqualTo(before);
    assertThat(store.current().applications()).isEmpty();
  }

  @Test
  void derivedValuesAreComputedOncePerContentAndSurviveConnectionStates() {
    list(app("a"));
    Object first = store.current().derived(Object.class, snapshot -> new Object());
    store.connection("c", ConnectionState.Phase.STALE, "away", Optional.empty());
    Object second = store.current().derived(Object.class, snapshot -> new Object());
    list(app("b"));
    Object third = store.current().derived(Object.class, snapshot -> new Object());

    assertThat(second).isSameAs(first);
    assertThat(third).isNotSameAs(first);
  }

  @Test
  void aDerivedValueMayBeMadeFromAnother() {
    String text =
        store
            .current()
            .derived(String.class, snapshot -> "n=" + snapshot.derived(Integer.class, other -> 42));

    assertThat(text).isEqualTo("n=42");
  }

  @Test
  void aSnapshotTakenBeforeAChangeStaysAsItWas() {
    list(app("a"));
    Snapshot before = store.current();
    list();

    assertThat(before.applications()).containsOnlyKeys(key("a"));
  }

  @Test
  void phaseAndReasonAreVisibleButANewerAsOfIsNot() {
    long start = store.current().revision();
    store.connection("c", ConnectionState.Phase.LIVE, "", Optional.of(NOON));
    assertThat(store.current().revision()).isEqualTo(start + 1);

    Instant later = NOON.plus(Duration.ofSeconds(5));
    store.connection("c", ConnectionState.Phase.LIVE, "", Optional.of(later));
    assertThat(store.current().revision()).isEqualTo(start + 1);
    assertThat(store.current().connections().get("c").asOf()).contains(later);

    store.connection("c", ConnectionState.Phase.LIVE, "hint", Optional.empty());
    assertThat(store.current().revision()).isEqualTo(start + 2);
    assertThat(store.current().connections().get("c").asOf()).contains(later);
  }

  @Test
  void connectionsStandInTheOrderOfTheConfigurationAndForgottenOnesTakeTheirContentAlong() {
    list(app("a"));
    store.configure(List.of("z", "c"));
    assertThat(store.current().connections().keySet()).containsExactly("z", "c");
    assertThat(store.current().applications()).hasSize(1);

    store.configure(List.of("z"));
    assertThat(store.current().connections()).containsOnlyKeys("z");
    assertThat(store.current().applications()).isEmpty();
    assertThat(heard).last().isInstanceOf(Change.Delete.class);
  }

  @Test
  void whatAForgottenConnectionStillReportsIsDropped() {
    store.configure(List.of());
    list(app("a"));
    store.connection("c", ConnectionState.Phase.LIVE, "", Optional.of(NOON));

    assertThat(store.current().applications()).isEmpty();
    assertThat(store.current().connections()).isEmpty();
  }

  @Test
  void aReloadReplacesEveryKindOfOneConnectionAndOfNoOther() {
    store.configure(List.of("c", "d"));
    ApplicationKey elsewhere = new ApplicationKey("d", "argocd", "a");
    store.apply(List.of(upsert(Application.unknown(elsewhere))));
    list(app("a"), app("b"));
    store.apply(
        List.of(
            new Change.Upsert<>(
                ResourceKind.APP_PROJECT, new AppProject(key("p"), "text", Map.of(), List.of()))));
    store.reload("c", List.of(upsert(app("b"))));

    assertThat(store.current().applications()).containsOnlyKeys(key("b"), elsewhere);
    assertThat(store.current().projects()).isEmpty();
  }

  @Test
  void aStateThatAnotherNodeTellsIsTakenAsItIs() {
    ConnectionState told =
        new ConnectionState(
            "c", ConnectionState.Phase.STALE, "away", NOON.minusSeconds(60), Optional.empty());
    store.connection(told);
    store.connection(
        new ConnectionState("unknown", ConnectionState.Phase.LIVE, "", NOON, Optional.empty()));

    assertThat(store.current().connections()).containsOnly(Map.entry("c", told));
  }

  private void list(Application... applications) {
    store.replace(ResourceKind.APPLICATION, Scope.all("c"), List.of(applications));
  }

  private static Change<Application> upsert(Application application) {
    return new Change.Upsert<>(ResourceKind.APPLICATION, application);
  }

  private static ApplicationKey key(String name) {
    return new ApplicationKey("c", "argocd", name);
  }

  private static Application app(String name) {
    return Application.unknown(key(name));
  }

  private static Application app(String namespace, String name) {
    return Application.unknown(new ApplicationKey("c", namespace, name));
  }

  private static Application withProject(String name, String project) {
    Application a = app(name);
    return new Application(
        a.key(),
        a.uid(),
        project,
        a.sources(),
        a.destination(),
        a.automated(),
        a.sync(),
        a.revisions(),
        a.health(),
        a.healthSince(),
        a.operationPhase(),
        a.operationMessage(),
        a.children(),
        a.resources(),
        a.trackingId(),
        a.owner(),
        a.labels(),
        a.annotations(),
        a.info(),
        a.images(),
        a.externalUrls(),
        a.conditions(),
        a.reconciledAt(),
        a.createdAt(),
        a.deletedAt(),
        a.problems(),
        a.details());
  }
}
