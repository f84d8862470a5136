package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Vote;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.approval.Approvals;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.approval.Standing;
import io.appofapps.confluence.promotion.approval.Weight;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.rows.Stored;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows promotions as one person may deal with them at one moment. */
final class CaseBook {

  private final Facts facts;
  private final Participants participants;
  private final Actor actor;

  CaseBook(Facts facts, Participants participants, Actor actor) {
    this.facts = facts;
    this.participants = participants;
    this.actor = actor;
  }

  Case of(Stored stored) {
    Promotion promotion = stored.promotion();
    ApprovalRule rule = rule(promotion);
    Judgement judgement = judgement(promotion);
    boolean made = !promotion.commits().isEmpty();
    List<Gate> gates = made || promotion.state().isSettled() ? List.of() : facts.gates(promotion);
    return new Case(
        promotion,
        stored.version(),
        rule,
        facts.rights().approvers(rule, target(promotion)),
        judgement,
        gates,
        mayApprove(promotion, judgement),
        mayReject(promotion),
        mayCancel(promotion),
        mayRollBack(promotion));
  }

  private ApprovalRule rule(Promotion promotion) {
    return facts.rule(promotion.request().to()).approval().askedBy(promotion.request().by());
  }

  private Optional<Application> target(Promotion promotion) {
    return facts.application(promotion.request().target());
  }

  /** How it stands with those who must agree; what is made stays as it was agreed to. */
  Judgement judgement(Promotion promotion) {
    ApprovalRule rule = rule(promotion);
    boolean done = !promotion.commits().isEmpty() || promotion.state().isSettled();
    Standing then = new Standing(true, Set.copyOf(rule.groups()), Set.copyOf(rule.roles()), true);
    Function<Person, Standing> standing =
        person ->
            done
                ? then
                : facts.rights().standing(participants.find(person.key()), target(promotion));
    return Approvals.judge(rule, promotion.request(), promotion.votes(), facts.now(), standing);
  }

  private Standing standing(Promotion promotion) {
    return facts.rights().standing(actor.viewer().groups(), true, target(promotion));
  }

  /** What the person's vote would weigh now. */
  Weight weight(Promotion promotion, boolean approves) {
    Person person = new Person(actor.viewer().key(), "", List.of());
    Vote vote = new Vote(person, approves, "", promotion.request().digest(), facts.now());
    return Approvals.weight(rule(promotion), promotion.request(), vote, standing(promotion));
  }

  Ability mayApprove(Promotion promotion, Judgement judgement) {
    if (promotion.state() != PromotionState.REQUESTED) {
      return Ability.no("aoa.promotion.desk.not-waiting");
    }
    if (judgement.expired()) {
      return Ability.no("aoa.promotion.desk.expired");
    }
    boolean voted =
        judgement.votes().stream()
            .filter(each -> each.counts() && each.vote().approves())
            .anyMatch(each -> each.vote().by().key().equals(actor.viewer().key()));
    if (voted) {
      return Ability.no("aoa.promotion.desk.approved-already");
    }
    return entitled(promotion, weight(promotion, true));
  }

  Ability mayReject(Promotion promotion) {
    return PromotionEvent.REJECT.leadsFrom(promotion.state())
        ? entitled(promotion, weight(promotion, false))
        : Ability.no("aoa.promotion.desk.too-late");
  }

  private Ability entitled(Promotion promotion, Weight weight) {
    return switch (weight) {
      case COUNTS -> Ability.YES;
      case REQUESTER -> Ability.no("aoa.promotion.desk.own-request");
      default -> {
        List<String> groups = facts.rights().approvers(rule(promotion), target(promotion));
        yield groups.isEmpty()
            ? Ability.no("aoa.promotion.desk.nobody-approves")
            : Ability.no("aoa.promotion.desk.not-approver", String.join(", ", groups));
      }
    };
  }

  Ability mayCancel(Promotion promotion) {
    if (!PromotionEvent.CANCEL.leadsFrom(promotion.state())) {
      return Ability.no("aoa.promotion.desk.too-late");
    }
    return promotion.request().by().key().equals(actor.viewer().key())
        ? Ability.YES
        : Ability.no("aoa.promotion.desk.not-requester", promotion.request().by().name());
  }

  Ability mayRollBack(Promotion promotion) {
    boolean made =
        PromotionEvent.ROLL_BACK.leadsFrom(promotion.state()) && !promotion.commits().isEmpty();
    if (!made) {
      return Ability.no("aoa.promotion.desk.nothing-made");
    }
    Optional<Application> source = facts.application(promotion.request().source());
    Optional<Application> target = target(promotion);
    return target.isEmpty()
        ? Ability.no("aoa.promotion.desk.target-gone", promotion.request().target().name())
        : mayRequest(rule(promotion), source, target.get());
  }

  /**
   * Whether the person may ask for a promotion.
   *
   * @param source empty when it is not there any more
   */
  Ability mayRequest(ApprovalRule rule, Optional<Application> source, Application target) {
    boolean may =
        source
            .map(app -> facts.rights().mayRequest(actor.viewer().groups(), rule, app, target))
            .orElseGet(() -> facts.rights().maySync(actor.viewer().groups(), target));
    return may ? Ability.YES : Ability.no("aoa.promotion.desk.not-requestor", target.key().name());
  }
}
