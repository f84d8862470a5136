package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.git.Pushes;
import io.appofapps.confluence.git.Reviews;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.desk.Recorder;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Planning;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.rows.Attempt;
import io.appofapps.confluence.promotion.rows.PromotionAttempts;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes the change of a promotion to which all have agreed. First it looks whether an earlier try
 * has brought it onto the branch; then everything is asked once more: time, approvals, plan, gates.
 * Only who has the promotion's lease may call it.
 */
@Named
public class Maker {

  private static final Logger LOG = LoggerFactory.getLogger(Maker.class);

  private final Planning planning;
  private final Pushes pushes;
  private final ObjectProvider<Reviews> reviews;
  private final PromotionAttempts attempts;
  private final Recorder recorder;
  private final Agreement agreement;
  private final Messages messages;
  private final Made made;

  @Inject
  public Maker(
      Planning planning,
      Pushes pushes,
      ObjectProvider<Reviews> reviews,
      PromotionAttempts attempts,
      Recorder recorder,
      Agreement agreement,
      Messages messages,
      Made made) {
    this.planning = planning;
    this.pushes = pushes;
    this.reviews = reviews;
    this.attempts = attempts;
    this.recorder = recorder;
    this.agreement = agreement;
    this.messages = messages;
    this.made = made;
  }

  /**
   * One try.
   *
   * @param stored APPROVED or BLOCKED
   */
  void step(Stored stored, Facts facts) throws IllegalMoveException {
    Promotion promotion = stored.promotion();
    Optional<Attempt> before = attempts.find(promotion.id());
    if (before.filter(Attempt::inDoubt).isPresent()) {
      RepositoryFiles.Commit base = before.get().base();
      try {
        Optional<String> found = pushes.find(base, promotion.id());
        if (found.isPresent()) {
          made.committed(stored, base, found.get(), facts);
          return;
        }
      } catch (UnreadableException e) {
        again(stored, before, base, true, e.getMessage(), facts);
        return;
      }
      attempts.save(promotion.id(), new Attempt(base, false, before.get().tries(), facts.now()));
    }
    Judgement judgement = agreement.judge(promotion, facts);
    if (judgement.expired()) {
      end(stored, PromotionEvent.EXPIRE, Saying.of("aoa.promotion.desk.expired"), facts);
    } else if (!judgement.approved()) {
      agreement.voided(stored, judgement, facts);
    } else {
      plan(stored, before, judgement, facts);
    }
  }

  private void plan(Stored stored, Optional<Attempt> before, Judgement judgement, Facts facts)
      throws IllegalMoveException {
    Promotion promotion = stored.promotion();
    Plan plan = planning.again(facts, promotion.request());
    boolean same = plan.digest().equals(promotion.request().digest());
    if (!same && !Planning.isUnknown(plan)) {
      end(stored, PromotionEvent.EXPIRE, Saying.of("aoa.promotion.drive.moved"), facts);
      return;
    }
    if (!plan.blockers().isEmpty() || plan.edits().isEmpty()) {
      String words = plan.blockers().stream().findFirst().map(this::words).orElse("");
      RepositoryFiles.Commit nowhere = new RepositoryFiles.Commit("", "", "", "");
      RepositoryFiles.Commit base = before.map(Attempt::base).orElse(nowhere);
      if (Planning.isUnknown(plan)) {
        again(stored, before, base, false, words, facts);
      } else {
        block(stored, words, List.of(), facts);
        attempts.save(promotion.id(), new Attempt(base, false, 0, facts.now().plus(Pauses.SHORT)));
      }
      return;
    }
    RepositoryFiles.Commit base = plan.edits().get(0).base();
    List<Gate> gates = facts.gates(promotion);
    Optional<Gate> closed = gates.stream().filter(gate -> !gate.open()).findFirst();
    if (closed.isPresent()) {
      block(stored, recorder.words(closed.get().text(), closed.get().arguments()), gates, facts);
      attempts.save(promotion.id(), new Attempt(base, false, 0, facts.now().plus(Pauses.SHORT)));
      return;
    }
    if (plan.edits().stream().map(edit -> edit.base()).distinct().count() > 1) {
      // the branch has moved while it was read
      attempts.save(promotion.id(), new Attempt(base, false, 0, facts.now()));
      return;
    }
    make(stored, before, plan, judgement, facts);
  }

  private void make(
      Stored stored, Optional<Attempt> before, Plan plan, Judgement judgement, Facts facts)
      throws IllegalMoveException {
    Promotion promotion = stored.promotion();
    RepositoryFiles.Commit base = plan.edits().get(0).base();
    int tries = before.map(Attempt::tries).orElse(0);
    if (tries == 0 && facts.rules().auditRequired()) {
      // what the audit log refuses is not pushed
      recorder.told(
          promotion,
          Saying.of("aoa.promotion.drive.begins", base.repository(), base.branch()),
          facts.now());
    }
    Pushes.Change change = messages.change(promotion, plan, judgement.counting(), facts.now());
    attempts.save(promotion.id(), new Attempt(base, true, tries, facts.now()));
    Reviews byReview = reviews.getIfAvailable();
    if (byReview != null && byReview.wanted(base)) {
      review(stored, before, base, byReview.open(change), facts);
    } else {
      pushed(stored, before, base, pushes.push(change), facts);
    }
  }

  private void pushed(
      Stored stored,
      Optional<Attempt> before,
      RepositoryFiles.Commit base,
      Pushes.Outcome outcome,
      Facts facts)
      throws IllegalMoveException {
    LOG.info(
        "promotion {} pushed to {} {}: {}",
        stored.promotion().id(),
        base.repository(),
        base.branch(),
        outcome.getClass().getSimpleName());
    if (outcome instanceof Pushes.Pushed pushed) {
      made.committed(stored, base, pushed.commit(), facts);
    } else if (outcome instanceof Pushes.AlreadyThere there) {
      made.committed(stored, base, there.commit(), facts);
    } else if (outcome instanceof Pushes.Refused refused) {
      refused(stored, before, base, refused.words(), facts);
    } else if (outcome instanceof Pushes.Moved) {
      moved(stored, before, base, facts);
    } else if (outcome instanceof Pushes.Unreachable away) {
      again(stored, before, base, away.mayHaveArrived(), away.words(), facts);
    }
  }

  private void review(
      Stored stored,
      Optional<Attempt> before,
      RepositoryFiles.Commit base,
      Reviews.Outcome outcome,
      Facts facts)
      throws IllegalMoveException {
    if (outcome instanceof Reviews.Outcome.Opened opened) {
      attempts.save(
          stored.promotion().id(), new Attempt(base, false, 0, facts.now().plus(Pauses.SHORT)));
      made.opened(stored, opened.address(), facts);
    } else if (outcome instanceof Reviews.Outcome.Refused refused) {
      refused(stored, before, base, refused.words(), facts);
    } else if (outcome instanceof Reviews.Outcome.Moved) {
      moved(stored, before, base, facts);
    } else if (outcome instanceof Reviews.Outcome.Unreachable away) {
      // opening it again finds what is there
      again(stored, before, base, false, away.words(), facts);
    }
  }

  private void refused(
      Stored stored,
      Optional<Attempt> before,
      RepositoryFiles.Commit base,
      String words,
      Facts facts)
      throws IllegalMoveException {
    later(stored, before, base, false, facts);
    block(stored, words, List.of(), facts);
  }

  /** The next try plans anew, and finds out whether the plan holds. */
  private void moved(
      Stored stored, Optional<Attempt> before, RepositoryFiles.Commit base, Facts facts)
      throws IllegalMoveException {
    if (before.map(Attempt::tries).orElse(0) < 3) {
      later(stored, before, base, false, facts);
    } else {
      end(stored, PromotionEvent.EXPIRE, Saying.of("aoa.promotion.drive.moved"), facts);
    }
  }

  private void again(
      Stored stored,
      Optional<Attempt> before,
      RepositoryFiles.Commit base,
      boolean inDoubt,
      String words,
      Facts facts) {
    later(stored, before, base, inDoubt, facts);
    if (!stored.promotion().cause().equals(words)) {
      recorder.note(stored, words, facts.now());
    }
  }

  private void later(
      Stored stored,
      Optional<Attempt> before,
      RepositoryFiles.Commit base,
      boolean inDoubt,
      Facts facts) {
    int tries = before.map(Attempt::tries).orElse(0) + 1;
    Duration pause = Pauses.after(tries);
    attempts.save(
        stored.promotion().id(), new Attempt(base, inDoubt, tries, facts.now().plus(pause)));
  }

  /** Blocked for this reason, unless it is already. */
  private void block(Stored stored, String words, List<Gate> gates, Facts facts)
      throws IllegalMoveException {
    Promotion promotion = stored.promotion();
    if (PromotionEvent.BLOCK.leadsFrom(promotion.state())) {
      recorder.happens(stored, promotion, PromotionEvent.BLOCK, words, gates, facts.now());
    } else if (!promotion.cause().equals(words)) {
      recorder.note(stored, words, facts.now());
    }
  }

  private void end(Stored stored, PromotionEvent event, Saying why, Facts facts)
      throws IllegalMoveException {
    recorder.happens(
        stored, stored.promotion(), event, recorder.words(why), List.of(), facts.now());
    attempts.forget(stored.promotion().id());
  }

  private String words(Blocker blocker) {
    return recorder.words(blocker.text(), blocker.arguments());
  }
}
