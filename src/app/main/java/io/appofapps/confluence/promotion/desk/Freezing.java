package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.record.Subject;
import io.appofapps.confluence.promotion.rows.PromotionFreezes;
import io.appofapps.confluence.tree.NodeId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/**
 * Stops the line and lets it go on. Who may: members of the groups that the administrator has
 * named; and whom Argo CD lets sync the root of the set, or every Application of the project that
 * they see.
 */
@Named
public class Freezing {

  private final PromotionFreezes freezes;
  private final Participants participants;
  private final Recorder recorder;

  @Inject
  public Freezing(PromotionFreezes freezes, Participants participants, Recorder recorder) {
    this.freezes = freezes;
    this.participants = participants;
    this.recorder = recorder;
  }

  List<Freeze> all(Facts facts, Visibility visibility) {
    return facts.freezes().stream().filter(each -> visibility.sees(each.scope())).toList();
  }

  Ability may(Facts facts, Actor actor, Visibility visibility, Freeze.Scope scope) {
    Set<String> groups = actor.viewer().groups();
    if (facts.rules().freezers().stream().anyMatch(groups::contains)) {
      return Ability.YES;
    }
    return maySync(facts, visibility, groups, scope)
        ? Ability.YES
        : Ability.no("aoa.promotion.desk.not-freezer");
  }

  private static boolean maySync(
      Facts facts, Visibility visibility, Set<String> groups, Freeze.Scope scope) {
    if (scope instanceof Freeze.Scope.OfSet of) {
      return visibility
          .set(of.set())
          .filter(seen -> seen.nodes().contains(seen.set().root()))
          .map(seen -> seen.set().root())
          .map(NodeId::key)
          .flatMap(facts::application)
          .filter(root -> facts.rights().maySync(groups, root))
          .isPresent();
    }
    Freeze.Scope.OfProject of = (Freeze.Scope.OfProject) scope;
    List<Application> all = visibility.applications(of.connection(), of.project()).toList();
    return !all.isEmpty() && all.stream().allMatch(each -> facts.rights().maySync(groups, each));
  }

  Freeze freeze(Facts facts, Actor actor, Visibility visibility, Freeze.Scope scope, String reason)
      throws DeskException {
    Person who = let(facts, actor, visibility, scope, reason);
    if (reason.isBlank()) {
      throw Refusals.of(Kind.INVALID, "aoa.promotion.desk.no-reason");
    }
    Refusals.checkWords(reason);
    Freeze wanted = new Freeze(scope, who, reason.strip(), facts.now());
    return Refusals.written(() -> freezes.freeze(wanted));
  }

  void lift(Facts facts, Actor actor, Visibility visibility, Freeze.Scope scope)
      throws DeskException {
    Person who = let(facts, actor, visibility, scope, "");
    Refusals.written(() -> freezes.lift(scope, who, facts.now()));
  }

  /** Lets somebody in who may; the attempt of somebody else is in the log. */
  private Person let(
      Facts facts, Actor actor, Visibility visibility, Freeze.Scope scope, String reason)
      throws DeskException {
    if (!visibility.sees(scope)) {
      throw Refusals.of(Kind.UNKNOWN, "aoa.promotion.desk.unknown-scope");
    }
    Person who = Persons.of(actor, participants);
    Ability may = may(facts, actor, visibility, scope);
    if (may.allowed()) {
      return who;
    }
    Saying why = may.whyNot().orElseThrow();
    throw Refusals.written(
        () -> {
          recorder.refused(Subject.of(scope), who, reason, List.of(), why, facts.now());
          return new DeskException(Kind.FORBIDDEN, why);
        });
  }
}
