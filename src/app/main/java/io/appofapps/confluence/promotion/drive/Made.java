package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Recorder;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.rows.OvertakenException;
import io.appofapps.confluence.promotion.rows.PromotionAttempts;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down that a change is made, and what that means for an earlier one. */
@Named
public class Made {

  private static final Logger LOG = LoggerFactory.getLogger(Made.class);

  private static final int MOST_TRIES = 5;

  private final PromotionLedger ledger;
  private final PromotionAttempts attempts;
  private final Recorder recorder;

  @Inject
  public Made(PromotionLedger ledger, PromotionAttempts attempts, Recorder recorder) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.recorder = recorder;
  }

  /** It is on the branch. */
  void committed(Stored stored, RepositoryFiles.Commit base, String id, Facts facts)
      throws IllegalMoveException {
    Stored going = resumed(stored, facts);
    Commit commit = new Commit(base.repository(), base.branch(), id);
    Promotion with = going.promotion().withCommits(List.of(commit));
    try {
      recorder.happens(going, with, PromotionEvent.COMMIT, "", List.of(), facts.now());
    } catch (OvertakenException e) {
      // this node has slept through its lease: what is on the branch is told at least
      if (e.current().filter(now -> now.promotion().commits().isEmpty()).isPresent()) {
        LOG.error("promotion {} has the commit {}, though it was ended meanwhile", with.id(), id);
        recorder.told(
            e.current().get().promotion(),
            Saying.of("aoa.promotion.drive.stray", id, base.branch(), base.repository()),
            facts.now());
      }
      throw e;
    }
    rolledBack(with, facts);
    attempts.forget(with.id());
  }

  /** A pull request waits. */
  void opened(Stored stored, String address, Facts facts) throws IllegalMoveException {
    Stored going = resumed(stored, facts);
    Promotion with = going.promotion().withPullRequest(address);
    recorder.happens(going, with, PromotionEvent.OPEN_REVIEW, "", List.of(), facts.now());
  }

  private Stored resumed(Stored stored, Facts facts) throws IllegalMoveException {
    return stored.promotion().state() == PromotionState.BLOCKED
        ? recorder.happens(
            stored, stored.promotion(), PromotionEvent.RESUME, "", List.of(), facts.now())
        : stored;
  }

  /** Whether it takes back a promotion of which that is not written down yet. */
  boolean owesRollBack(Promotion back) {
    return back.request()
        .rollsBack()
        .flatMap(ledger::find)
        .filter(earlier -> PromotionEvent.ROLL_BACK.leadsFrom(earlier.promotion().state()))
        .isPresent();
  }

  /** Writes of the promotion that this one takes back that it is, unless that is done already. */
  void rolledBack(Promotion back, Facts facts) {
    for (int i = 0; i < MOST_TRIES && back.request().rollsBack().isPresent(); i++) {
      Optional<Stored> earlier = ledger.find(back.request().rollsBack().get());
      if (earlier.isEmpty()
          || !PromotionEvent.ROLL_BACK.leadsFrom(earlier.get().promotion().state())) {
        return;
      }
      try {
        String why =
            recorder.words(
                Saying.of("aoa.promotion.drive.rolled-back", back.request().by().name()));
        recorder.happens(
            earlier.get(),
            earlier.get().promotion(),
            PromotionEvent.ROLL_BACK,
            why,
            List.of(),
            facts.now());
        return;
      } catch (OvertakenException | IllegalMoveException e) {
        // it has gone on meanwhile: read it again
        continue;
      }
    }
  }
}
