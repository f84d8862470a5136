package io.appofapps.confluence.promotion.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.gate.Freeze.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatesTest {

  private static final Instant NOW = Situations.NOW;

  private final Situations given = new Situations();

  @Test
  void allGatesAreOpenWhereNothingStandsAgainstIt() {
    List<Gate> gates = Gates.judge(given.build(), NOW);
    assertThat(gates).allMatch(Gate::open);
    assertThat(gates)
        .extracting(Gate::name)
        .containsExactly(
            "freeze", "in-progress", "source-healthy", "soak-time", "target-drift", "sync-window");
  }

  @Test
  void aPromotionBackAsksNothingOfTheSourceAndTheTarget() {
    given
        .back()
        .source(Apps.app("s").health(HealthStatus.DEGRADED))
        .target(Apps.app("t").sync(SyncStatus.OUT_OF_SYNC))
        .soak(Duration.ofDays(1));
    List<Gate> gates = Gates.judge(given.build(), NOW);
    assertThat(gates).allMatch(Gate::open);
    assertThat(gates)
        .extracting(Gate::name)
        .containsExactly("freeze", "in-progress", "sync-window");
  }

  @Test
  void theSourceMustBeSyncedAndHealthyAndBeSeenNow() {
    assertThat(given.source(Apps.app("s").sync(SyncStatus.OUT_OF_SYNC)).gate("source-healthy"))
        .returns(false, Gate::open)
        .returns(List.of("s", "OutOfSync", "Healthy"), Gate::arguments);
    assertThat(given.source(Apps.app("s").health(HealthStatus.PROGRESSING)).gate("source-healthy"))
        .returns(false, Gate::open);
    assertThat(given.source(Apps.app("s").deletedAt(NOW)).gate("source-healthy"))
        .returns(false, Gate::open);
    assertThat(given.source(Apps.app("s")).old().gate("source-healthy")).returns(false, Gate::open);
  }

  @Test
  void soakingCountsFromTheDeploymentOrFromWhenTheSourceGotWellAfterIt() {
    given.soak(Duration.ofHours(2));
    assertThat(given.source(Situations.deployed("s", NOW.minusSeconds(7_200))).gate("soak-time"))
        .returns(true, Gate::open);
    assertThat(given.source(Situations.deployed("s", NOW.minusSeconds(7_199))).gate("soak-time"))
        .returns(false, Gate::open)
        .returns(Optional.of(NOW.plusSeconds(1)), Gate::nextOpening);
    Apps unwell =
        Situations.deployed("s", NOW.minusSeconds(9_000)).healthSince(NOW.minusSeconds(60));
    assertThat(given.source(unwell).gate("soak-time"))
        .returns(false, Gate::open)
        .returns(Optional.of(NOW.plusSeconds(7_140)), Gate::nextOpening);
    assertThat(given.source(Apps.app("s")).gate("soak-time")).returns(false, Gate::open);
  }

  @Test
  void aTargetThatDiffersFromGitIsNotOverwritten() {
    assertThat(given.target(Apps.app("t").sync(SyncStatus.OUT_OF_SYNC)).gate("target-drift"))
        .returns(false, Gate::open);
    assertThat(given.target(Apps.app("t").sync(SyncStatus.UNKNOWN)).gate("target-drift"))
        .returns(false, Gate::open);
    assertThat(given.target(Apps.app("t")).gate("target-drift")).returns(true, Gate::open);
    assertThat(given.old().gate("target-drift")).returns(false, Gate::open);
  }

  @Test
  void aTargetThatIsNotAsItsParentDeclaresItWasChangedByHand() {
    given.target(Apps.app("t")).alsoProject(Situations.project("default", List.of()));
    assertThat(given.parent(Apps.app("p").lists("t")).gate("target-drift"))
        .returns(true, Gate::open);
    assertThat(given.parent(Apps.app("p").lists(differing("argocd"))).gate("target-drift"))
        .returns(false, Gate::open)
        .returns("aoa.promotion.gate.target-by-hand", Gate::text);
    assertThat(given.parent(Apps.app("p").lists(differing(""))).gate("target-drift"))
        .returns(false, Gate::open);
    assertThat(given.parent(Apps.app("p").lists(differing("other"))).gate("target-drift"))
        .returns(true, Gate::open);
  }

  private static ChildReference differing(String namespace) {
    return new ChildReference(
        ChildReference.Kind.APPLICATION, namespace, "t", SyncStatus.OUT_OF_SYNC, false);
  }

  private static Freeze freeze(Scope scope) {
    return new Freeze(scope, new Person("anna", "Anna", List.of()), "incident 12", NOW);
  }

  @Test
  void aFreezeOfTheSetOrOfTheTargetsProjectClosesWithWhoAndWhy() {
    given.freeze(freeze(new Scope.OfSet("other")));
    given.freeze(freeze(new Scope.OfProject("default", "other")));
    given.freeze(freeze(new Scope.OfProject("other", "shop")));
    assertThat(given.gate("freeze").open()).isTrue();
    given.freeze(freeze(new Scope.OfProject("default", "shop")));
    assertThat(given.gate("freeze"))
        .returns(false, Gate::open)
        .returns(List.of("Anna", "incident 12", "shop"), Gate::arguments);
    assertThat(new Situations().freeze(freeze(new Scope.OfSet("webshop"))).gate("freeze").open())
        .isFalse();
  }

  private static Promotion promotion(String key, Instant at) {
    Request request = Promotions.request("dora", key);
    return Promotion.requested(
        new Request(
            request.set(),
            request.service(),
            request.from(),
            request.to(),
            request.source(),
            new ApplicationKey("default", "argocd", "checkout-prod"),
            request.moves(),
            request.digest(),
            request.bases(),
            request.by(),
            request.reason(),
            request.page(),
            request.idempotencyKey(),
            Optional.empty(),
            at));
  }

  @Test
  void ofTwoPromotionsIntoOneTargetTheFirstGoesOnAndTheSecondWaits() {
    Promotion first = promotion("1", NOW.minusSeconds(9));
    Promotion second = promotion("2", NOW.minusSeconds(5));
    given.other(first).other(second);
    assertThat(given.gate("in-progress").open()).isFalse();
    assertThat(given.self(first).gate("in-progress").open()).isTrue();
    assertThat(given.self(second).gate("in-progress").open()).isFalse();
  }

  @Test
  void aPromotionThatIsOnTheBranchHoldsEarlierOnesUntilItIsSettled() throws Exception {
    Promotion first = promotion("1", NOW.minusSeconds(9));
    Promotion left =
        promotion("2", NOW.minusSeconds(5))
            .after(PromotionEvent.APPROVE, NOW, "")
            .after(PromotionEvent.COMMIT, NOW, "")
            .withCommits(List.of(new Commit("r", "main", "a".repeat(40))));
    assertThat(given.other(left).self(first).gate("in-progress").open()).isFalse();
    Promotion done = left.after(PromotionEvent.BECOME_HEALTHY, NOW, "");
    assertThat(new Situations().other(done).self(first).gate("in-progress").open()).isTrue();
  }

  @Test
  void promotionsIntoOtherTargetsDoNotWait() {
    assertThat(given.other(Promotions.requested()).gate("in-progress").open()).isTrue();
  }

  @Test
  void aProjectThatIsNotKnownWholeClosesTheSyncWindow() {
    assertThat(given.onlyProjects().gate("sync-window").open()).isFalse();
    assertThat(
            given
                .onlyProjects(Situations.project("argocd", "shop", Optional.empty()))
                .gate("sync-window")
                .open())
        .isFalse();
  }

  @Test
  void anApplicationOutsideTheControlPlaneBelongsToTheOnlyProjectOfThatName() {
    given.target(Apps.app("team-a", "t"));
    assertThat(given.gate("sync-window").open()).isTrue();
    given.alsoProject(Situations.project("argocd-2", "shop", Optional.of(List.of())));
    assertThat(given.gate("sync-window").open()).isFalse();
    given.alsoProject(Situations.project("team-a", "shop", Optional.of(List.of())));
    assertThat(given.gate("sync-window").open()).isTrue();
  }
}
