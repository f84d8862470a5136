package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.facts.Planning;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.promotion.record.Subject;
import io.appofapps.confluence.promotion.rows.OvertakenException;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Plans promotions and begins them. Who asks has been let in before. */
@Named
public class Asking {

  private final Planning planning;
  private final Commits commits;
  private final Participants participants;
  private final Recorder recorder;

  @Inject
  public Asking(Planning planning, Commits commits, Participants participants, Recorder recorder) {
    this.planning = planning;
    this.commits = commits;
    this.participants = participants;
    this.recorder = recorder;
  }

  /**
   * What is asked for.
   *
   * @param source empty when it is not there any more, which only a promotion back allows
   * @param back the promotion to take back
   */
  record Aim(
      Route route,
      ApplicationKey sourceKey,
      Optional<Application> source,
      Application target,
      Optional<Promotion> back) {

    static Aim forth(Route route, Routes.Ends ends) {
      return new Aim(
          route, ends.source().key(), Optional.of(ends.source()), ends.target(), Optional.empty());
    }

    static Aim back(Facts facts, Promotion made, Application target) {
      Request request = made.request();
      return new Aim(
          new Route(request.set(), request.service(), request.from(), request.to()),
          request.source(),
          facts.application(request.source()),
          target,
          Optional.of(made));
    }
  }

  Outlook outlook(Facts facts, Actor actor, Aim aim) {
    ApprovalRule rule = rule(facts, actor, aim);
    return new Outlook(
        aim.sourceKey(),
        aim.target().key(),
        gates(facts, aim),
        rule,
        facts.rights().approvers(rule, Optional.of(aim.target())),
        may(facts, actor, aim));
  }

  Prospect plan(Facts facts, Actor actor, Aim aim) {
    ApprovalRule rule = rule(facts, actor, aim);
    return new Prospect(
        make(facts, aim),
        gates(facts, aim),
        rule,
        facts.rights().approvers(rule, Optional.of(aim.target())),
        between(aim),
        may(facts, actor, aim));
  }

  /**
   * Begins a promotion.
   *
   * @throws DeskException with every refusal in the log
   */
  Stored request(Facts facts, Actor actor, Aim aim, Wish wish) throws DeskException {
    Person who = Persons.of(actor, participants);
    Ability may = may(facts, actor, aim);
    if (!may.allowed()) {
      throw refuse(facts, aim, who, wish, List.of(), Kind.FORBIDDEN, may.whyNot().orElseThrow());
    }
    Plan plan = make(facts, aim);
    List<Gate> gates = gates(facts, aim);
    // another tab may have begun it while Git was read: that is neither in its way nor a refusal
    Optional<Stored> meanwhile =
        Refusals.written(() -> recorder.find(Request.id(who.key(), wish.idempotencyKey())));
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    if (!plan.blockers().isEmpty()) {
      Blocker first = plan.blockers().get(0);
      Saying why = new Saying(first.text(), first.arguments());
      throw refuse(facts, aim, who, wish, gates, Kind.CONFLICT, why);
    }
    if (!plan.digest().equals(wish.digest())) {
      Saying why = Saying.of("aoa.promotion.desk.plan-moved");
      throw refuse(facts, aim, who, wish, gates, Kind.MOVED, why);
    }
    Optional<Gate> closed = gates.stream().filter(gate -> !gate.open()).findFirst();
    if (closed.isPresent()) {
      Saying why = new Saying(closed.get().text(), closed.get().arguments());
      throw refuse(facts, aim, who, wish, gates, Kind.CONFLICT, why);
    }
    Request request = request(facts, aim, wish, who, plan);
    Stored begun = Refusals.written(() -> recorder.begin(request, gates));
    return rule(facts, actor, aim).approvals() == 0 ? approved(begun, facts) : begun;
  }

  private ApprovalRule rule(Facts facts, Actor actor, Aim aim) {
    return facts.rule(aim.route().to()).approval().askedBy(Persons.of(actor, participants));
  }

  /** Nobody has to agree. */
  private Stored approved(Stored begun, Facts facts) throws DeskException {
    if (begun.promotion().state() != PromotionState.REQUESTED) {
      return begun;
    }
    try {
      return Refusals.written(
          () -> {
            try {
              return recorder.happens(
                  begun, begun.promotion(), PromotionEvent.APPROVE, "", List.of(), facts.now());
            } catch (IllegalMoveException e) {
              throw new IllegalStateException(e);
            }
          });
    } catch (OvertakenException e) {
      return e.current().orElse(begun);
    }
  }

  private static Request request(Facts facts, Aim aim, Wish wish, Person who, Plan plan) {
    return new Request(
        aim.route().set(),
        aim.route().service(),
        aim.route().from(),
        aim.route().to(),
        aim.sourceKey(),
        aim.target().key(),
        plan.moves(),
        plan.digest(),
        plan.bases(),
        who,
        wish.reason(),
        wish.page(),
        wish.idempotencyKey(),
        aim.back().map(Promotion::id),
        facts.now());
  }

  private DeskException refuse(
      Facts facts, Aim aim, Person who, Wish wish, List<Gate> gates, Kind kind, Saying why)
      throws DeskException {
    Subject subject =
        Subject.of(
            aim.route().set(),
            aim.route().service(),
            aim.route().from(),
            aim.route().to(),
            Optional.of(aim.sourceKey()),
            Optional.of(aim.target().key()),
            wish.page());
    return Refusals.written(
        () -> {
          recorder.refused(subject, who, wish.reason(), gates, why, facts.now());
          return new DeskException(kind, why);
        });
  }

  private Ability may(Facts facts, Actor actor, Aim aim) {
    return new CaseBook(facts, participants, actor)
        .mayRequest(facts.rule(aim.route().to()).approval(), aim.source(), aim.target());
  }

  private Plan make(Facts facts, Aim aim) {
    Route route = aim.route();
    return aim.back().isPresent()
        ? planning.back(facts, aim.back().get())
        : planning.forth(
            facts, route.service(), route.from(), route.to(), aim.sourceKey(), aim.target().key());
  }

  private static List<Gate> gates(Facts facts, Aim aim) {
    return facts.gates(
        aim.route().set(),
        aim.route().to(),
        aim.sourceKey(),
        aim.target().key(),
        Optional.empty(),
        aim.back().map(Promotion::id));
  }

  /** Commits that the target lacks: of the first source that both have from one repository. */
  private Optional<Commits.Between> between(Aim aim) {
    if (aim.source().isEmpty() || aim.back().isPresent()) {
      return Optional.empty();
    }
    Application source = aim.source().get();
    Application target = aim.target();
    for (int i = 0; i < source.sources().size(); i++) {
      for (int j = 0; j < target.sources().size(); j++) {
        boolean comparable =
            i < source.revisions().size()
                && j < target.revisions().size()
                && source.sources().get(i).chart().isEmpty()
                && source.sources().get(i).repoUrl().equals(target.sources().get(j).repoUrl());
        if (comparable) {
          return commits.between(
              source.sources().get(i).repoUrl(),
              target.revisions().get(j),
              source.revisions().get(i));
        }
      }
    }
    return Optional.empty();
  }
}
