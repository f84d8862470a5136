package io.appofapps.confluence.promotion.track;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a change, by what the clusters show. */
class TrackerTest {

  private static final String BASE = "b".repeat(40);
  private static final String OURS = "c".repeat(40);
  private static final String LATER = "d".repeat(40);
  private static final String ELSEWHERE = "e".repeat(40);
  private static final Instant DONE = Promotions.NOW.plusSeconds(60);
  private static final Move REVISION = new Move("targetRevision", "v1", "v2");
  private static final Move TAG = new Move("images[shop].newTag", "v1", "v2");

  /** LATER has our commit in its history; ELSEWHERE, of another branch, has not. */
  private final Commits commits =
      (repository, older, newer) ->
          older.equals(LATER) && newer.equals(OURS)
              ? Optional.of(new Commits.Between(0, List.of()))
              : older.equals(ELSEWHERE) && newer.equals(OURS)
                  ? Optional.of(new Commits.Between(1, List.of()))
                  : Optional.empty();

  private Optional<Apps> parent =
      Optional.of(app("root").source("apps", "", "main").revisions(OURS));
  private boolean current = true;
  private PromotionState state = PromotionState.COMMITTED;
  private Duration after = Duration.ofMinutes(1);

  private static Promotion promotion(PromotionState state, Move move) {
    Request asked = Promotions.request("dora", "k");
    Request request =
        new Request(
            asked.set(),
            asked.service(),
            asked.from(),
            asked.to(),
            asked.source(),
            asked.target(),
            List.of(move),
            asked.digest(),
            asked.bases(),
            asked.by(),
            asked.reason(),
            asked.page(),
            asked.idempotencyKey(),
            asked.rollsBack(),
            asked.at());
    try {
      Promotion committed =
          Promotion.requested(request)
              .after(PromotionEvent.APPROVE, DONE, "")
              .withCommits(List.of(new Commit("deploy", "main", OURS)))
              .after(PromotionEvent.COMMIT, DONE, "");
      return state == PromotionState.COMMITTED
          ? committed
          : committed.after(PromotionEvent.SYNC, DONE, "");
    } catch (IllegalMoveException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<Progress> judge(Move move, Apps target) {
    return judge(move, Optional.of(target));
  }

  private Optional<Progress> judge(Move move, Optional<Apps> target) {
    Seen seen =
        new Seen(
            target.map(Apps::build),
            parent.map(Apps::build),
            current,
            address -> address.equals("https://git.example.com/gitops"),
            commits);
    return Tracker.judge(
        promotion(state, move), seen, Limits.of(Duration.ofHours(1)), DONE.plus(after));
  }

  private String word(Move move, Apps target) {
    return judge(move, target)
        .map(each -> each.event() + " " + each.text().replace("aoa.promotion.track.", ""))
        .orElse("")
        .strip();
  }

  /** A child whose manifest is in the parent's repository; its own source is elsewhere. */
  private static Apps declared(String revision) {
    return app("shop").source("svc", "", revision).from("https://git.example.com/shop");
  }

  /** An Application that follows the branch of the commit itself. */
  private static Apps following(String revision, String image) {
    return app("shop").source("env/prod", "", "main").revisions(revision).images("r/shop:" + image);
  }

  private static Apps operation(Apps app, String phase, Instant started, Instant finished) {
    Details none = Details.NONE;
    return app.operation(phase, "no such image")
        .details(
            new Details(
                none.prune(),
                none.selfHeal(),
                none.comparedToOther(),
                none.affected(),
                none.moreAffected(),
                none.ignored(),
                none.moreIgnored(),
                none.hydration(),
                none.deployedAt(),
                Optional.of(started),
                Optional.of(finished),
                none.retries(),
                none.syncSince(),
                none.deployments()));
  }

  private static Apps staleComparison(Apps app) {
    Details none = Details.NONE;
    return app.details(
        new Details(
            none.prune(),
            none.selfHeal(),
            true,
            none.affected(),
            none.moreAffected(),
            none.ignored(),
            none.moreIgnored(),
            none.hydration(),
            none.deployedAt(),
            none.operationStartedAt(),
            none.operationFinishedAt(),
            none.retries(),
            none.syncSince(),
            none.deployments()));
  }

  @Test
  void aTargetThatIsStillAsBeforeIsNeitherSeenNorDone() {
    parent = Optional.of(app("root").source("apps", "", "main").revisions(BASE));
    assertThat(word(REVISION, declared("v1"))).isEmpty();
    assertThat(word(TAG, following(BASE, "v1"))).isEmpty();
  }

  @Test
  void itIsSyncingFromWhenArgoCdKnowsTheCommitAnywhere() {
    assertThat(word(REVISION, declared("v1"))).isEqualTo("SYNC");
    assertThat(word(REVISION, declared("v2").sync(SyncStatus.OUT_OF_SYNC))).isEqualTo("SYNC");
    assertThat(word(TAG, following(OURS, "v1").sync(SyncStatus.OUT_OF_SYNC))).isEqualTo("SYNC");
    state = PromotionState.SYNCING;
    assertThat(word(REVISION, declared("v1"))).as("already said").isEmpty();
  }

  @Test
  void itIsHealthyWhenTheValueIsThereAndAllIsSyncedAndWell() {
    assertThat(word(REVISION, declared("v2"))).isEqualTo("BECOME_HEALTHY");
    assertThat(word(TAG, following(OURS, "v2"))).isEqualTo("BECOME_HEALTHY");
    assertThat(word(TAG, following(LATER, "v2"))).as("a later commit").isEqualTo("BECOME_HEALTHY");
    state = PromotionState.SYNCING;
    assertThat(word(REVISION, declared("v2"))).isEqualTo("BECOME_HEALTHY");
    assertThat(word(REVISION, declared("v2").health(HealthStatus.PROGRESSING))).isEmpty();
    assertThat(word(REVISION, declared("v2").operation("Running", ""))).isEmpty();
    assertThat(word(REVISION, staleComparison(declared("v2")))).as("status of before").isEmpty();
    assertThat(word(TAG, following(OURS, "v1"))).as("old pods still run").isEmpty();
  }

  @Test
  void aRevisionOfAnotherBranchOrRepositoryIsNotTheCommit() {
    parent = Optional.empty();
    assertThat(word(TAG, following(ELSEWHERE, "v1"))).isEmpty();
    Apps otherBranch =
        app("shop").source("env/prod", "", "release").revisions(OURS).images("r/shop:v1");
    assertThat(word(TAG, otherBranch)).isEmpty();
    Apps otherRepository = following(OURS, "v1").from("https://git.example.com/elsewhere");
    assertThat(word(TAG, otherRepository)).isEmpty();
  }

  @Test
  void ofSeveralSourcesTheOneInQuestionCounts() {
    Apps two =
        app("shop")
            .source("svc", "", "v9")
            .source("values", "", "v2")
            .from("https://git.example.com/shop");
    assertThat(word(new Move("sources[1].targetRevision", "v1", "v2"), two))
        .isEqualTo("BECOME_HEALTHY");
    state = PromotionState.SYNCING;
    assertThat(word(new Move("sources[0].targetRevision", "v1", "v2"), two)).isEmpty();
  }

  @Test
  void aValueThatLeavesNoTraceIsThereWhenTheParentIsSyncedAndTheTargetComparedSince() {
    Move hidden = new Move("parent.values/version", "3", "4");
    state = PromotionState.SYNCING;
    assertThat(word(hidden, declared("main"))).isEmpty();
    assertThat(word(hidden, declared("main").reconciledAt(DONE.plusSeconds(5))))
        .isEqualTo("BECOME_HEALTHY");
  }

  @Test
  void aSyncThatFailedAfterTheCommitEndsItOnceItIsNotTriedAgain() {
    Apps failed = operation(declared("v2"), "Failed", DONE.plusSeconds(10), DONE.plusSeconds(20));
    failed.sync(SyncStatus.OUT_OF_SYNC);
    assertThat(word(REVISION, failed)).as("it may be tried again").isEqualTo("SYNC");
    after = Duration.ofMinutes(3);
    assertThat(judge(REVISION, failed).orElseThrow())
        .isEqualTo(Progress.failed("sync-failed", "shop", "no such image"));
    Apps old = operation(declared("v2"), "Failed", DONE.minusSeconds(9), DONE.minusSeconds(5));
    assertThat(word(REVISION, old.sync(SyncStatus.OUT_OF_SYNC))).isEqualTo("SYNC");
  }

  @Test
  void aParentThatCannotBeSyncedIsTheReasonWithoutItsName() {
    after = Duration.ofMinutes(3);
    parent = parent.map(root -> operation(root, "Error", DONE.plusSeconds(1), DONE.plusSeconds(2)));
    assertThat(judge(REVISION, declared("v1")).orElseThrow())
        .isEqualTo(Progress.failed("parent-sync-failed", "shop"));
  }

  @Test
  void whoPutsTheOldVersionBackByHandIsSeen() {
    state = PromotionState.SYNCING;
    after = Duration.ofMinutes(3);
    parent = Optional.of(app("root").source("apps", "", "main").revisions(LATER));
    assertThat(word(REVISION, declared("v1"))).isEqualTo("FAIL taken-back");
    assertThat(word(REVISION, declared("v3"))).isEqualTo("FAIL taken-back");
    assertThat(word(TAG, following(LATER, "v1"))).isEqualTo("FAIL taken-back");
    parent = parent.map(root -> root.sync(SyncStatus.OUT_OF_SYNC));
    assertThat(word(REVISION, declared("v1"))).as("it is just being synced").isEmpty();
  }

  @Test
  void degradedIsWatchedForAWhileAndTheWholeForAnHour() {
    state = PromotionState.SYNCING;
    Apps degraded = declared("v2").health(HealthStatus.DEGRADED);
    assertThat(word(REVISION, degraded)).isEmpty();
    after = Duration.ofMinutes(10);
    assertThat(word(REVISION, degraded)).isEqualTo("FAIL degraded");
    Apps lately = declared("v2").health(HealthStatus.DEGRADED).healthSince(DONE.plusSeconds(60));
    assertThat(word(REVISION, lately)).isEmpty();

    after = Duration.ofHours(1);
    assertThat(word(REVISION, declared("v2").health(HealthStatus.PROGRESSING)))
        .isEqualTo("FAIL not-healthy");
    parent = Optional.empty();
    assertThat(word(REVISION, declared("v1"))).isEqualTo("FAIL not-seen");
  }

  @Test
  void whileTheConnectionIsInterruptedNothingIsDecided() {
    current = false;
    after = Duration.ofDays(1);
    assertThat(word(REVISION, declared("v2"))).isEmpty();
    assertThat(judge(REVISION, Optional.empty())).isEmpty();
    current = true;
    assertThat(judge(REVISION, Optional.empty()).orElseThrow().text())
        .isEqualTo("aoa.promotion.track.target-gone");
  }
}
