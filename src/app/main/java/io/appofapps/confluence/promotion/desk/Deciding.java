package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Vote;
import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.facts.Planning;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.promotion.rows.OvertakenException;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Takes what people say to a promotion. Who says it has been let in before. */
@Named
public class Deciding {

  private static final int MOST_TRIES = 20;

  private final Planning planning;
  private final Participants participants;
  private final Recorder recorder;
  private final Withdrawal withdrawal;

  @Inject
  public Deciding(
      Planning planning, Participants participants, Recorder recorder, Withdrawal withdrawal) {
    this.planning = planning;
    this.participants = participants;
    this.recorder = recorder;
    this.withdrawal = withdrawal;
  }

  /** Agrees. Somebody who has agreed already gets the promotion as it is. */
  Stored approve(Facts facts, Actor actor, Stored before, Word word) throws DeskException {
    if (hasApproved(before.promotion(), actor)) {
      return before;
    }
    CaseBook book = new CaseBook(facts, participants, actor);
    Promotion seen = before.promotion();
    Ability may = book.mayApprove(seen, book.judgement(seen));
    if (seen.state() != PromotionState.REQUESTED) {
      throw refuse(facts, actor, seen, Kind.CONFLICT, may.whyNot().orElseThrow());
    }
    if (!word.digest().equals(seen.request().digest())) {
      Saying why = Saying.of("aoa.promotion.desk.plan-moved");
      throw refuse(facts, actor, seen, Kind.MOVED, why);
    }
    if (book.judgement(seen).expired()) {
      expire(facts, before, Saying.of("aoa.promotion.desk.expired"));
      throw refuse(facts, actor, seen, Kind.CONFLICT, may.whyNot().orElseThrow());
    }
    if (!may.allowed()) {
      throw refuse(facts, actor, seen, Kind.FORBIDDEN, may.whyNot().orElseThrow());
    }
    if (facts.rule(seen.request().to()).approval().confirmIdentity() && !word.identityConfirmed()) {
      throw Refusals.of(Kind.CONFIRM_IDENTITY, "aoa.promotion.desk.confirm-identity");
    }
    Plan now = planning.again(facts, seen.request());
    if (!Planning.isUnknown(now) && !now.digest().equals(seen.request().digest())) {
      Saying why = Saying.of("aoa.promotion.desk.plan-moved");
      expire(facts, before, why);
      throw refuse(facts, actor, seen, Kind.MOVED, why);
    }
    return vote(facts, actor, before, word);
  }

  /** Counts the vote, anew when somebody else was faster. */
  private Stored vote(Facts facts, Actor actor, Stored before, Word word) throws DeskException {
    Person who = Persons.of(actor, participants);
    CaseBook book = new CaseBook(facts, participants, actor);
    Stored current = before;
    for (int i = 0; i < MOST_TRIES; i++) {
      Promotion found = current.promotion();
      if (hasApproved(found, actor)) {
        return current;
      }
      if (found.state() != PromotionState.REQUESTED) {
        Saying why = Saying.of("aoa.promotion.desk.not-waiting");
        throw refuse(facts, actor, found, Kind.CONFLICT, why);
      }
      Vote vote = new Vote(who, true, word.comment(), word.digest(), facts.now());
      Promotion with = found.with(vote);
      PromotionEvent event =
          book.judgement(with).approved() ? PromotionEvent.APPROVE : PromotionEvent.VOTE;
      try {
        return write(current, with, event, who, word.comment(), "", facts);
      } catch (OvertakenException e) {
        current = e.current().orElse(current);
      }
    }
    throw Refusals.of(Kind.UNAVAILABLE, "aoa.promotion.desk.unavailable");
  }

  /** Says no. */
  Stored reject(Facts facts, Actor actor, Stored before, Word word) throws DeskException {
    Promotion seen = before.promotion();
    CaseBook book = new CaseBook(facts, participants, actor);
    Ability may = book.mayReject(seen);
    if (!may.allowed()) {
      Kind kind = PromotionEvent.REJECT.leadsFrom(seen.state()) ? Kind.FORBIDDEN : Kind.CONFLICT;
      throw refuse(facts, actor, seen, kind, may.whyNot().orElseThrow());
    }
    Person who = Persons.of(actor, participants);
    Vote vote = new Vote(who, false, word.comment(), seen.request().digest(), facts.now());
    return end(facts, actor, before, PromotionEvent.REJECT, word, Optional.of(vote));
  }

  /** Takes it back. */
  Stored cancel(Facts facts, Actor actor, Stored before, Word word) throws DeskException {
    Promotion seen = before.promotion();
    Ability may = new CaseBook(facts, participants, actor).mayCancel(seen);
    if (!may.allowed()) {
      Kind kind = PromotionEvent.CANCEL.leadsFrom(seen.state()) ? Kind.FORBIDDEN : Kind.CONFLICT;
      throw refuse(facts, actor, seen, kind, may.whyNot().orElseThrow());
    }
    return end(facts, actor, before, PromotionEvent.CANCEL, word, Optional.empty());
  }

  private Stored end(
      Facts facts, Actor actor, Stored before, PromotionEvent event, Word word, Optional<Vote> vote)
      throws DeskException {
    Person who = Persons.of(actor, participants);
    Stored current = before;
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        return withdrawal.end(
            current,
            facts.now(),
            found ->
                write(
                    found,
                    vote.map(found.promotion()::with).orElse(found.promotion()),
                    event,
                    who,
                    word.comment(),
                    word.comment(),
                    facts));
      } catch (OvertakenException e) {
        current = e.current().orElse(current);
      } catch (DeskException e) {
        throw e.kind() == Kind.CONFLICT
            ? refuse(facts, actor, current.promotion(), e.kind(), e.saying().orElseThrow())
            : e;
      }
    }
    throw Refusals.of(Kind.UNAVAILABLE, "aoa.promotion.desk.unavailable");
  }

  private Stored write(
      Stored before,
      Promotion with,
      PromotionEvent event,
      Person who,
      String comment,
      String cause,
      Facts facts)
      throws DeskException {
    if (!event.leadsFrom(with.state())) {
      throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.too-late");
    }
    return Refusals.written(
        () -> {
          try {
            return recorder.happens(
                before, with, event, who, comment, cause, List.of(), facts.now());
          } catch (IllegalMoveException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** The plan no longer holds, or time is up; somebody else may have ended it meanwhile. */
  private void expire(Facts facts, Stored before, Saying why) throws DeskException {
    try {
      write(
          before,
          before.promotion(),
          PromotionEvent.EXPIRE,
          Person.NOBODY,
          "",
          recorder.words(why),
          facts);
    } catch (OvertakenException e) {
      // it is not what it was: whoever was faster has decided
      return;
    }
  }

  private static boolean hasApproved(Promotion promotion, Actor actor) {
    boolean open =
        promotion.state() == PromotionState.REQUESTED
            || promotion.state() == PromotionState.APPROVED;
    return open
        && promotion.votes().stream()
            .filter(Vote::approves)
            .filter(vote -> vote.digest().equals(promotion.request().digest()))
            .anyMatch(vote -> vote.by().key().equals(actor.viewer().key()));
  }

  private DeskException refuse(Facts facts, Actor actor, Promotion about, Kind kind, Saying why)
      throws DeskException {
    return Refusals.written(
        () -> {
          recorder.refused(about, Persons.of(actor, participants), why, facts.now());
          return new DeskException(kind, why);
        });
  }
}
