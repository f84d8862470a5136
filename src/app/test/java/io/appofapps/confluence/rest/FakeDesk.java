package io.appofapps.confluence.rest;

import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.approval.Weight;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.Cases;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.Outlook;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.desk.Prospect;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.desk.Wish;
import io.appofapps.confluence.promotion.desk.Word;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rows.LogPage;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk that knows one promotion, keeps what it was asked and can refuse all. */
final class FakeDesk implements PromotionDesk {

  static final String DIGEST = "d".repeat(64);

  final List<Object> asked = new ArrayList<>();
  final List<LogRow> rows = new ArrayList<>();
  Optional<DeskException> refusal = Optional.empty();
  Ability approve = Ability.no("aoa.promotion.vote.requester");
  long version = 3;
  Person by = Promotions.person("dora");
  Gate gate =
      new Gate(
          "freeze",
          false,
          "aoa.promotion.gate.frozen-set",
          List.of("Ann", "<b>audit</b>", "shop"),
          Optional.of(Promotions.NOW));

  /** From now on everything is refused. */
  void refuses(DeskException.Kind kind) {
    refusal =
        Optional.of(new DeskException(kind, Saying.of("aoa.promotion.gate.source-well", "web")));
  }

  private <T> T answer(T value, Object... question) throws DeskException {
    asked.addAll(List.of(question));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return value;
  }

  Prospect prospect() {
    FileEdit edit =
        new FileEdit(
            new RepositoryFiles.Commit("deploy", "https://git.example.com/d.git", "main", "b"),
            "apps/prod.yaml",
            "tag: 1\n".getBytes(StandardCharsets.UTF_8),
            "tag: 2\n".getBytes(StandardCharsets.UTF_8),
            "-tag: 1\n+tag: 2\n");
    return new Prospect(
        new Plan(
            "checkout",
            "staging",
            "prod",
            List.of(new Move("image.tag", "1", "2")),
            List.of(edit),
            List.of(new Blocker("ambiguous", "aoa.promotion.gate.no-soak", List.of()))),
        List.of(gate),
        ApprovalRule.DEFAULT,
        List.of("approvers"),
        Optional.of(new Commits.Between(2, List.of("SHOP-1"))),
        Ability.no("aoa.promotion.gate.soak-unknown", "web"));
  }

  Case found() {
    Promotion promotion =
        Promotion.requested(Promotions.request(by, "key-1"))
            .with(Promotions.vote("ann", true))
            .withPullRequest("https://pr/1");
    return new Case(
        promotion,
        version,
        ApprovalRule.DEFAULT,
        List.of("approvers"),
        new Judgement(
            1,
            List.of(new Judgement.Weighed(promotion.votes().get(0), Weight.OTHER_PLAN)),
            Promotions.NOW.plusSeconds(3_600),
            false),
        List.of(gate),
        approve,
        Ability.YES,
        Ability.YES,
        Ability.YES);
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Outlook outlook(Actor actor, Route route) {
    throw new AssertionError("REST plans with Git");
  }

  @Override
  public Prospect plan(Actor actor, Route route) throws DeskException {
    return answer(prospect(), actor, route);
  }

  @Override
  public Case request(Actor actor, Route route, Wish wish) throws DeskException {
    return answer(found(), actor, route, wish);
  }

  @Override
  public Prospect planBack(Actor actor, String id) throws DeskException {
    return answer(prospect(), actor, id);
  }

  @Override
  public Case requestBack(Actor actor, String id, Wish wish) throws DeskException {
    return answer(found(), actor, id, wish);
  }

  @Override
  public Case approve(Actor actor, String id, Word word) throws DeskException {
    return answer(found(), actor, id, word, "approve");
  }

  @Override
  public Case reject(Actor actor, String id, Word word) throws DeskException {
    return answer(found(), actor, id, word, "reject");
  }

  @Override
  public Case cancel(Actor actor, String id, Word word) throws DeskException {
    return answer(found(), actor, id, word, "cancel");
  }

  @Override
  public Case find(Actor actor, String id) throws DeskException {
    return answer(found(), actor, id);
  }

  @Override
  public Cases list(Actor actor, LogFilter filter, Optional<PromotionPage.Place> after, int most) {
    asked.addAll(List.of(actor, filter, after, most));
    return new Cases(
        List.of(found()), Optional.of(new PromotionPage.Place(17, found().promotion().id())));
  }

  @Override
  public List<Case> waitingFor(Actor actor) {
    asked.add(actor);
    return List.of(found());
  }

  /** Two rows a page, as if more were hidden in between. */
  @Override
  public LogPage log(Actor actor, LogFilter filter, long after, int most) {
    asked.addAll(List.of(actor, filter, after));
    List<LogRow> page =
        rows.stream().filter(row -> row.recorded().sequence() > after).limit(2).toList();
    return new LogPage(page, page.size() < 2 ? 0 : page.get(page.size() - 1).recorded().sequence());
  }

  @Override
  public List<Freeze> freezes(Actor actor) {
    return List.of(
        freeze(new Freeze.Scope.OfSet("shop")),
        freeze(new Freeze.Scope.OfProject("main", "payments")));
  }

  private static Freeze freeze(Freeze.Scope scope) {
    return new Freeze(scope, Promotions.person("ann"), "audit", Promotions.NOW);
  }

  @Override
  public Ability mayFreeze(Actor actor, Freeze.Scope scope) {
    return scope instanceof Freeze.Scope.OfSet
        ? Ability.YES
        : Ability.no("aoa.promotion.gate.no-soak");
  }

  @Override
  public Freeze freeze(Actor actor, Freeze.Scope scope, String reason) throws DeskException {
    return answer(freeze(scope), actor, scope, reason);
  }

  @Override
  public void lift(Actor actor, Freeze.Scope scope) throws DeskException {
    answer("", actor, scope, "lift");
  }
}
