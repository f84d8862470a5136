package io.appofapps.confluence.view.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.approval.Judgement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PromotionStepsTest {

  private static final Judgement OF_ONE =
      new Judgement(1, List.of(), Promotions.NOW.plusSeconds(60), false);

  private static String steps(PromotionEvent... events) throws IllegalMoveException {
    Promotion promotion =
        Promotions.requested().withCommits(List.of(new Commit("r", "main", "c".repeat(40))));
    for (PromotionEvent event : events) {
      promotion = promotion.after(event, Promotions.NOW, "");
    }
    return PromotionSteps.of(promotion, OF_ONE).stream()
        .map(step -> step.name() + " " + step.progress())
        .collect(Collectors.joining(", "));
  }

  @Test
  void theWayGoesFromTheRequestToHealthy() throws IllegalMoveException {
    assertThat(steps())
        .isEqualTo("requested DONE, approvals NOW, commit TO_DO, sync TO_DO, healthy TO_DO");
    assertThat(steps(PromotionEvent.APPROVE))
        .isEqualTo("requested DONE, approvals DONE, commit NOW, sync TO_DO, healthy TO_DO");
    assertThat(steps(PromotionEvent.APPROVE, PromotionEvent.OPEN_REVIEW)).contains("review NOW");
    assertThat(steps(PromotionEvent.APPROVE, PromotionEvent.COMMIT))
        .isEqualTo("requested DONE, approvals DONE, commit DONE, sync NOW, healthy TO_DO");
    assertThat(
            steps(
                PromotionEvent.APPROVE,
                PromotionEvent.COMMIT,
                PromotionEvent.SYNC,
                PromotionEvent.BECOME_HEALTHY))
        .isEqualTo("requested DONE, approvals DONE, commit DONE, sync DONE, healthy DONE");
  }

  @Test
  void whereItEndedStandsWhatHappened() throws IllegalMoveException {
    assertThat(steps(PromotionEvent.REJECT))
        .isEqualTo("requested DONE, rejected STOPPED, commit TO_DO, sync TO_DO, healthy TO_DO");
    assertThat(steps(PromotionEvent.APPROVE, PromotionEvent.BLOCK))
        .isEqualTo("requested DONE, approvals DONE, blocked STOPPED, sync TO_DO, healthy TO_DO");
    assertThat(steps(PromotionEvent.APPROVE, PromotionEvent.COMMIT, PromotionEvent.FAIL))
        .isEqualTo("requested DONE, approvals DONE, commit DONE, failed STOPPED, healthy TO_DO");
    assertThat(
            steps(
                PromotionEvent.APPROVE,
                PromotionEvent.COMMIT,
                PromotionEvent.BECOME_HEALTHY,
                PromotionEvent.ROLL_BACK))
        .endsWith("sync DONE, rolled-back STOPPED");
  }

  @Test
  void approvalsThatBecameVoidAreWaitedForAgain() throws IllegalMoveException {
    assertThat(steps(PromotionEvent.APPROVE, PromotionEvent.VOID_APPROVAL))
        .startsWith("requested DONE, approvals NOW");
  }
}
