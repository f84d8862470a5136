package io.appofapps.confluence.promotion.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people can do at the desk, and what they cannot. */
class DeskTest {

  private final PromotionScene scene = new PromotionScene();
  private final PromotionScene.Node node = scene.node("one");
  private final PromotionScene.Node other = scene.node("two");

  @AfterEach
  void close() {
    scene.close();
  }

  private interface Doing {
    Object run() throws DeskException;
  }

  private static DeskException refused(Kind kind, String text, Doing doing) {
    DeskException thrown = catchThrowableOfType(DeskException.class, doing::run);
    assertThat(thrown).as("refused").isNotNull();
    assertThat(thrown.kind()).isEqualTo(kind);
    assertThat(thrown.saying().orElseThrow().text()).isEqualTo(text);
    return thrown;
  }

  @Test
  void thePlanShowsMovesGatesApproversAndWhoMayAsk() throws Exception {
    Prospect prospect = node.desk.plan(scene.actor("dora"), PromotionScene.ROUTE);

    assertThat(prospect.plan().blockers()).isEmpty();
    assertThat(prospect.plan().moves())
        .containsExactly(new Move("targetRevision", "v1.4.2", "v1.5.0"));
    assertThat(prospect.plan().edits().get(0).diff()).contains("+    targetRevision: v1.5.0");
    assertThat(prospect.gates()).isNotEmpty().allMatch(Gate::open);
    assertThat(prospect.approvers()).containsExactly("leads");
    assertThat(prospect.request().allowed()).isTrue();
    Outlook outlook = node.desk.outlook(scene.actor("dora"), PromotionScene.ROUTE);
    assertThat(outlook.gates()).isEqualTo(prospect.gates());
    assertThat(outlook.target()).isEqualTo(PromotionScene.PROD);
  }

  @Test
  void fromRequestToApprovalEachStepIsInTheLogAndHeard() throws Exception {
    Case asked = node.request("dora", "k1");
    assertThat(asked.promotion().state()).isEqualTo(PromotionState.REQUESTED);
    assertThat(asked.promotion().request().by().name()).isEqualTo("Dora");
    assertThat(asked.promotion().request().page()).hasValue(4711);
    assertThat(asked.approve().whyNot().orElseThrow().text())
        .isEqualTo("aoa.promotion.desk.own-request");
    assertThat(asked.cancel().allowed()).isTrue();
    assertThat(node.desk.waitingFor(scene.actor("lee")))
        .extracting(each -> each.promotion().id())
        .containsExactly(asked.promotion().id());
    assertThat(node.desk.waitingFor(scene.actor("dora"))).isEmpty();

    Case approved = other.approve("lee", asked);

    assertThat(approved.promotion().state()).isEqualTo(PromotionState.APPROVED);
    assertThat(approved.judgement().given()).isEqualTo(1);
    assertThat(node.log()).containsExactly("request requested dora", "approve approved lee");
    assertThat(scene.heard).containsExactly("request requested", "approve approved");
    assertThat(node.desk.waitingFor(scene.actor("lou"))).isEmpty();
    assertThat(node.chain.verify().valid()).isTrue();
  }

  @Test
  void nothingButArgoCdsRightsLetsSomebodyAsk() throws Exception {
    Wish wish = node.wish("dora", "k");
    refused(
        Kind.FORBIDDEN,
        "aoa.promotion.desk.not-requestor",
        () -> node.desk.request(scene.actor("vera"), PromotionScene.ROUTE, wish));
    assertThat(node.log()).containsExactly("refused refused vera");
    // an administrator of Confluence sees nothing of a set that asks for Argo CD's roles
    refused(
        Kind.UNKNOWN,
        "aoa.promotion.desk.unknown-set",
        () -> node.desk.request(scene.actor("ada"), PromotionScene.ROUTE, wish));
    assertThat(node.log()).as("what one may not see leaves no trace").hasSize(1);

    // who may sync the source only may ask where somebody else has to agree, and only there
    scene.rules(PromotionScene.rule(0, true));
    refused(Kind.FORBIDDEN, "aoa.promotion.desk.not-requestor", () -> node.request("dora", "k2"));
    scene.rules(PromotionScene.rule(1, false));
    refused(Kind.FORBIDDEN, "aoa.promotion.desk.not-requestor", () -> node.request("dora", "k3"));
    assertThat(node.request("lee", "k4").promotion().state()).isEqualTo(PromotionState.REQUESTED);
  }

  @Test
  void whereNobodyHasToAgreeARequestIsApprovedAtOnce() throws Exception {
    scene.rules(PromotionScene.rule(0, true));

    assertThat(node.request("lee", "k").promotion().state()).isEqualTo(PromotionState.APPROVED);

    assertThat(node.log()).containsExactly("request requested lee", "approve approved");
  }

  @Test
  void theSameRequestGivesTheSamePromotionOnWhicheverNodeHoweverOften() throws Exception {
    Wish wish = node.wish("dora", "tab");
    List<Callable<Case>> clicks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      clicks.add(() -> node.desk.request(scene.actor("dora"), PromotionScene.ROUTE, wish));
      clicks.add(() -> other.desk.request(scene.actor("dora"), PromotionScene.ROUTE, wish));
    }
    List<String> ids = new ArrayList<>();
    for (Future<Case> each : atOnce(clicks)) {
      ids.add(each.get().promotion().id());
    }
    assertThat(ids).hasSize(6).containsOnly(ids.get(0));
    assertThat(node.log()).containsExactly("request requested dora");
  }

  private static <T> List<Future<T>> atOnce(List<Callable<T>> works) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(works.size());
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    List<Future<T>> results = new ArrayList<>();
    for (Callable<T> work : works) {
      results.add(
          threads.submit(
              () -> {
                start.await(20, TimeUnit.SECONDS);
                return work.call();
              }));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    return results;
  }

  @Test
  void nobodyApprovesTheirOwnRequestNorWithoutTheRight() throws Exception {
    Case asked = node.request("lee", "k");

    refused(Kind.FORBIDDEN, "aoa.promotion.desk.own-request", () -> node.approve("lee", asked));
    refused(Kind.FORBIDDEN, "aoa.promotion.desk.not-approver", () -> node.approve("dora", asked));
    refused(Kind.UNKNOWN, "aoa.promotion.desk.unknown", () -> node.approve("ada", asked));

    assertThat(node.log())
        .containsExactly("request requested lee", "refused refused lee", "refused refused dora");
    assertThat(node.approve("lou", asked).promotion().state()).isEqualTo(PromotionState.APPROVED);
  }

  @Test
  void twoApprovalsAreTwoPeopleAndTheSameOneTwiceIsOne() throws Exception {
    scene.rules(PromotionScene.rule(2, true));
    Case asked = node.request("dora", "k");

    assertThat(node.approve("lee", asked).promotion().state()).isEqualTo(PromotionState.REQUESTED);
    assertThat(other.approve("lee", asked).judgement().missing()).isEqualTo(1);
    assertThat(node.approve("lou", asked).promotion().state()).isEqualTo(PromotionState.APPROVED);
    assertThat(node.log())
        .containsExactly("request requested dora", "vote requested lee", "approve approved lou");
  }

  @Test
  void approveAndRejectAtOnceIsOneOfTheTwo() throws Exception {
    Case asked = node.request("dora", "k");
    String id = asked.promotion().id();
    List<Callable<Case>> both =
        List.of(
            () -> node.approve("lee", asked),
            () -> other.desk.reject(scene.actor("lou"), id, node.word(asked)));
    atOnce(both);

    List<String> log = node.log();
    Promotion after = node.read(id);
    if (after.state() == PromotionState.REJECTED) {
      // the approval came too late, or was taken back by the rejection
      assertThat(log).contains("reject rejected lou");
    } else {
      assertThat(after.state()).isEqualTo(PromotionState.APPROVED);
      assertThat(log).containsSubsequence("approve approved lee", "refused refused lou");
    }
    assertThat(node.chain.verify().valid()).isTrue();
  }

  @Test
  void whatMovedBetweenLookAndClickIsNotPromoted() throws Exception {
    Wish seen = node.wish("dora", "k");
    scene.manifest("staging", "v1.6.0");
    scene.cluster("v1.6.0", "v1.4.2");

    refused(
        Kind.MOVED,
        "aoa.promotion.desk.plan-moved",
        () -> node.desk.request(scene.actor("dora"), PromotionScene.ROUTE, seen));

    Case asked = node.request("dora", "k");
    scene.manifest("prod", "v1.4.3");
    refused(Kind.MOVED, "aoa.promotion.desk.plan-moved", () -> node.approve("lee", asked));
    assertThat(node.read(asked.promotion().id()).state()).isEqualTo(PromotionState.EXPIRED);
    assertThat(node.log())
        .containsExactly(
            "refused refused dora",
            "request requested dora",
            "expire expired",
            "refused refused lee");
  }

  @Test
  void anApprovalOfAnotherPlanIsNone() throws Exception {
    Case asked = node.request("dora", "k");
    Word other = new Word("0".repeat(64), "", false);
    refused(
        Kind.MOVED,
        "aoa.promotion.desk.plan-moved",
        () -> node.desk.approve(scene.actor("lee"), asked.promotion().id(), other));
    assertThat(node.read(asked.promotion().id()).state()).isEqualTo(PromotionState.REQUESTED);
  }

  @Test
  void anApprovalCountsThoughGitIsAway() throws Exception {
    Case asked = node.request("dora", "k");
    scene.files.away = true;

    assertThat(node.approve("lee", asked).promotion().state()).isEqualTo(PromotionState.APPROVED);
    refused(Kind.CONFLICT, "aoa.plan.unreadable", () -> node.request("dora", "k2"));
  }

  @Test
  void anApproverShowsAgainWhoTheyAreWhereTheRuleAsks() throws Exception {
    scene.rules(new ApprovalRule(1, List.of("leads"), List.of(), true, Duration.ofHours(1), true));
    Case asked = node.request("dora", "k");

    refused(
        Kind.CONFIRM_IDENTITY,
        "aoa.promotion.desk.confirm-identity",
        () -> node.approve("lee", asked));
    Word confirmed = new Word(asked.promotion().request().digest(), "", true);
    assertThat(
            node.desk
                .approve(scene.actor("lee"), asked.promotion().id(), confirmed)
                .promotion()
                .state())
        .isEqualTo(PromotionState.APPROVED);
  }

  @Test
  void afterItsTimeARequestIsExpiredNotApproved() throws Exception {
    Case asked = node.request("dora", "k");
    scene.now = PromotionScene.START.plus(Duration.ofDays(3));

    refused(Kind.CONFLICT, "aoa.promotion.desk.expired", () -> node.approve("lee", asked));

    assertThat(node.read(asked.promotion().id()).state()).isEqualTo(PromotionState.EXPIRED);
  }

  @Test
  void closedGatesAndBlockersStandInTheWayWithTheirWords() throws Exception {
    scene.cluster(
        PromotionScene.child("staging", "v1.5.0").health(HealthStatus.DEGRADED),
        PromotionScene.child("prod", "v1.4.2"));
    refused(Kind.CONFLICT, "aoa.promotion.gate.source-not-well", () -> node.request("dora", "k"));
    scene.cluster("v1.5.0", "v1.4.2");
    scene.manifest("prod", "v1.5.0");
    refused(Kind.CONFLICT, "aoa.plan.same", () -> node.request("dora", "k"));

    assertThat(node.ledger.log(LogFilter.ALL, 0, 9).rows().get(0).entry().gates())
        .filteredOn(gate -> !gate.open())
        .singleElement()
        .satisfies(gate -> assertThat(gate.reason()).contains("Degraded"));
  }

  @Test
  void onlyTheRequesterTakesItBackAndOnlyBeforeItIsMade() throws Exception {
    Case asked = node.request("dora", "k");
    String id = asked.promotion().id();
    refused(
        Kind.FORBIDDEN,
        "aoa.promotion.desk.not-requester",
        () -> node.desk.cancel(scene.actor("lee"), id, node.word(asked)));
    node.approve("lee", asked);

    // a node is making the change at this moment
    assertThat(other.leases.take(id, "two/drive", scene.now, Duration.ofMinutes(1))).isTrue();
    refused(
        Kind.CONFLICT,
        "aoa.promotion.desk.being-made",
        () -> node.desk.cancel(scene.actor("dora"), id, node.word(asked)));
    other.leases.release(id, "two/drive");

    assertThat(node.desk.cancel(scene.actor("dora"), id, node.word(asked)).promotion().state())
        .isEqualTo(PromotionState.CANCELLED);
  }

  @Test
  void whatTheAuditLogDoesNotTakeDoesNotHappen() throws Exception {
    Wish wish = node.wish("dora", "k");
    scene.auditFails = true;
    refused(
        Kind.UNAVAILABLE,
        "aoa.promotion.desk.unavailable",
        () -> node.desk.request(scene.actor("dora"), PromotionScene.ROUTE, wish));
    assertThat(node.log()).isEmpty();
    scene.auditFails = false;
    Case asked = node.request("dora", "k");
    scene.auditFails = true;

    refused(Kind.UNAVAILABLE, "aoa.promotion.desk.unavailable", () -> node.approve("lee", asked));

    assertThat(node.read(asked.promotion().id()).state()).isEqualTo(PromotionState.REQUESTED);
  }

  @Test
  void aPromotionIsTakenBackByAPromotionOfTheEarlierValues() throws Exception {
    Stored made = made(node.request("dora", "k"));
    scene.manifest("prod", "v1.5.0");
    scene.cluster(
        PromotionScene.child("staging", "v1.5.0"),
        PromotionScene.child("prod", "v1.5.0").health(HealthStatus.DEGRADED));
    String id = made.promotion().id();
    assertThat(node.desk.find(scene.actor("dora"), id).rollBack().allowed()).isTrue();

    Prospect back = node.desk.planBack(scene.actor("dora"), id);
    assertThat(back.plan().moves()).containsExactly(new Move("targetRevision", "v1.5.0", "v1.4.2"));
    assertThat(back.gates())
        .extracting(Gate::name)
        .containsExactly("freeze", "in-progress", "sync-window");
    assertThat(back.gates()).allMatch(Gate::open);
    Wish wish = new Wish(back.plan().digest(), "it hurts", "back", OptionalLong.empty());
    Case asked = node.desk.requestBack(scene.actor("dora"), id, wish);

    assertThat(asked.promotion().request().rollsBack()).contains(id);
    assertThat(node.approve("lee", asked).promotion().state()).isEqualTo(PromotionState.APPROVED);

    scene.manifest("prod", "v1.7.0");
    assertThat(node.desk.planBack(scene.actor("dora"), id).plan().blockers())
        .extracting(blocker -> blocker.code())
        .containsExactly("moved-on");
  }

  /** As the driver would leave it. */
  private Stored made(Case asked) throws Exception {
    Stored stored = node.ledger.find(asked.promotion().id()).orElseThrow();
    stored =
        node.recorder.happens(
            stored, stored.promotion(), PromotionEvent.APPROVE, "", List.of(), scene.now);
    Promotion with =
        stored.promotion().withCommits(List.of(new Commit("deploy", "main", "c".repeat(40))));
    return node.recorder.happens(stored, with, PromotionEvent.COMMIT, "", List.of(), scene.now);
  }

  @Test
  void aFreezeHoldsTheSetUntilSomebodyWhoMayLiftsIt() throws Exception {
    Freeze.Scope shop = new Freeze.Scope.OfSet("shop");
    Freeze.Scope project = new Freeze.Scope.OfProject("default", "default");
    refused(
        Kind.FORBIDDEN,
        "aoa.promotion.desk.not-freezer",
        () -> node.desk.freeze(scene.actor("dora"), shop, "no"));
    refused(
        Kind.FORBIDDEN,
        "aoa.promotion.desk.not-freezer",
        () -> node.desk.freeze(scene.actor("dora"), project, "no"));
    refused(
        Kind.UNKNOWN,
        "aoa.promotion.desk.unknown-scope",
        () -> node.desk.freeze(scene.actor("ada"), shop, "no"));
    refused(
        Kind.INVALID,
        "aoa.promotion.desk.no-reason",
        () -> node.desk.freeze(scene.actor("lee"), shop, " "));
    assertThat(node.desk.mayFreeze(scene.actor("lee"), shop).allowed()).isTrue();
    assertThat(node.desk.mayFreeze(scene.actor("lee"), project).allowed()).isTrue();

    node.desk.freeze(scene.actor("lee"), shop, "incident 12");

    assertThat(other.desk.freezes(scene.actor("vera"))).hasSize(1);
    assertThat(other.desk.freezes(scene.actor("ada"))).isEmpty();
    refused(Kind.CONFLICT, "aoa.promotion.gate.frozen-set", () -> other.request("dora", "k"));
    other.desk.lift(scene.actor("lou"), shop);
    assertThat(node.request("dora", "k2").promotion().state()).isEqualTo(PromotionState.REQUESTED);

    // a group that the administrator has named may, whatever Argo CD says
    scene.rules(PromotionScene.rule(1, true), true, List.of("viewers"));
    assertThat(node.desk.mayFreeze(scene.actor("vera"), shop).allowed()).isTrue();
  }

  @Test
  void whoSeesNothingOfItFindsNoPromotionInListsAndLog() throws Exception {
    Case asked = node.request("dora", "k");

    assertThat(node.desk.list(scene.actor("vera"), LogFilter.ALL, Optional.empty(), 10).cases())
        .hasSize(1);
    assertThat(node.desk.log(scene.actor("vera"), LogFilter.ALL, 0, 10).rows()).hasSize(1);
    assertThat(node.desk.list(scene.actor("ada"), LogFilter.ALL, Optional.empty(), 10).cases())
        .isEmpty();
    assertThat(node.desk.log(scene.actor("ada"), LogFilter.ALL, 0, 10).rows()).isEmpty();
    refused(
        Kind.UNKNOWN,
        "aoa.promotion.desk.unknown",
        () -> node.desk.find(scene.actor("ada"), asked.promotion().id()));
  }

  @Test
  void aCopilotIsNamedBesideThePersonInWhoseNameItAsks() throws Exception {
    Actor dora = scene.actor("dora");
    Actor copilot = new Actor(dora.viewer(), dora.place(), Optional.of("Rovo"));
    node.desk.request(copilot, PromotionScene.ROUTE, node.wish("dora", "k"));

    assertThat(node.ledger.log(LogFilter.ALL, 0, 9).rows().get(0).entry().who())
        .satisfies(
            who -> {
              assertThat(who.key()).isEqualTo("dora");
              assertThat(who.agent()).isEqualTo("Rovo");
            });
  }

  @Test
  void whatACopilotAsksForWaitsForAPersonEvenWhereNobodyHasToAgree() throws Exception {
    scene.rules(PromotionScene.rule(0, true));
    Actor lee = scene.actor("lee");
    Actor copilot = new Actor(lee.viewer(), lee.place(), Optional.of("Rovo"));

    assertThat(node.desk.plan(copilot, PromotionScene.ROUTE).rule().approvals()).isEqualTo(1);
    Case asked = node.desk.request(copilot, PromotionScene.ROUTE, node.wish("lee", "k"));
    assertThat(asked.promotion().state()).isEqualTo(PromotionState.REQUESTED);
    assertThat(asked.judgement().missing()).isEqualTo(1);

    assertThat(node.approve("lee", asked).promotion().state()).isEqualTo(PromotionState.APPROVED);
  }

  @Test
  void whereAServiceRunsNotAtAllOrSeveralTimesNothingIsPlanned() {
    refused(
        Kind.INVALID,
        "aoa.promotion.desk.not-deployed",
        () ->
            node.desk.plan(scene.actor("dora"), new Route("shop", "checkout", "staging", "test")));
    refused(
        Kind.UNKNOWN,
        "aoa.promotion.desk.unknown-service",
        () -> node.desk.plan(scene.actor("dora"), new Route("shop", "cart", "staging", "prod")));
    refused(
        Kind.UNKNOWN,
        "aoa.promotion.desk.unknown-set",
        () -> node.desk.plan(scene.actor("dora"), new Route("none", "checkout", "a", "b")));
    scene.rules(PromotionScene.rule(1, true), false, List.of());
    refused(
        Kind.OFF,
        "aoa.promotion.desk.off",
        () -> node.desk.plan(scene.actor("dora"), PromotionScene.ROUTE));
  }
}
