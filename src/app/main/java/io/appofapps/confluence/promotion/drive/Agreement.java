package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.approval.Approvals;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.desk.Recorder;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** Asks anew, by the rights and rules of this moment, whether enough have agreed. */
@Named
public class Agreement {

  private final Participants participants;
  private final Recorder recorder;

  @Inject
  public Agreement(Participants participants, Recorder recorder) {
    this.participants = participants;
    this.recorder = recorder;
  }

  Judgement judge(Promotion promotion, Facts facts) {
    return Approvals.judge(
        facts.rule(promotion.request().to()).approval(),
        promotion.request(),
        promotion.votes(),
        facts.now(),
        person ->
            facts
                .rights()
                .standing(
                    participants.find(person.key()),
                    facts.application(promotion.request().target())));
  }

  /** Whether a promotion that waits has anything to be done about. */
  boolean isDue(Promotion promotion, Facts facts) {
    Judgement judgement = judge(promotion, facts);
    return judgement.expired() || judgement.approved();
  }

  /** Ends a wait: time is up, or those who have agreed are enough by now. */
  void step(Stored stored, Facts facts) throws IllegalMoveException {
    Promotion promotion = stored.promotion();
    Judgement judgement = judge(promotion, facts);
    if (judgement.expired()) {
      String why = recorder.words(Saying.of("aoa.promotion.desk.expired"));
      recorder.happens(stored, promotion, PromotionEvent.EXPIRE, why, List.of(), facts.now());
    } else if (judgement.approved() && promotion.state() == PromotionState.REQUESTED) {
      recorder.happens(stored, promotion, PromotionEvent.APPROVE, "", List.of(), facts.now());
    }
  }

  /** Not enough approvals count any more: those that do stay, others are waited for. */
  void voided(Stored stored, Judgement judgement, Facts facts) throws IllegalMoveException {
    String who =
        judgement.votes().stream()
            .filter(each -> !each.counts())
            .map(each -> each.vote().by().name())
            .distinct()
            .collect(Collectors.joining(", "));
    Saying why =
        who.isEmpty()
            ? Saying.of("aoa.promotion.drive.more-needed")
            : Saying.of("aoa.promotion.drive.void", who);
    recorder.happens(
        stored,
        stored.promotion().withVotes(judgement.counting()),
        PromotionEvent.VOID_APPROVAL,
        recorder.words(why),
        List.of(),
        facts.now());
  }
}
