package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
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
import io.appofapps.confluence.promotion.desk.Wish;
import io.appofapps.confluence.promotion.desk.Word;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.LogPage;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A desk of which pages may ask what is in memory. What reads Git or changes something fails: no
 * page view may do that.
 */
final class SceneDesk implements PromotionDesk {

  boolean on = true;
  final List<Promotion> promotions = new ArrayList<>();
  final List<Route> asked = new ArrayList<>();
  Optional<DeskException> refusal = Optional.empty();
  Ability request = Ability.YES;
  Ability decide = Ability.YES;
  List<Gate> gates =
      List.of(
          new Gate(
              "source-healthy",
              true,
              "aoa.promotion.gate.source-well",
              List.of("pay-dev"),
              Optional.empty()));

  private Case seen(Promotion promotion) {
    boolean waits = promotion.state() == PromotionState.REQUESTED;
    Ability no = Ability.no("aoa.promotion.vote.not-entitled");
    return new Case(
        promotion,
        1,
        ApprovalRule.DEFAULT,
        List.of("approvers"),
        new Judgement(
            1,
            promotion.votes().stream()
                .map(vote -> new Judgement.Weighed(vote, Weight.COUNTS))
                .toList(),
            promotion.request().at().plusSeconds(3_600),
            false),
        waits ? gates : List.of(),
        waits ? decide : no,
        waits ? decide : no,
        no,
        no);
  }

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public Outlook outlook(Actor actor, Route route) throws DeskException {
    asked.add(route);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return new Outlook(
        Apps.key("pay-dev"),
        Apps.key("pay-prod"),
        gates,
        ApprovalRule.DEFAULT,
        List.of("approvers"),
        request);
  }

  @Override
  public Cases list(Actor actor, LogFilter filter, Optional<PromotionPage.Place> after, int most) {
    return new Cases(
        promotions.stream().filter(filter::matches).map(this::seen).toList(), Optional.empty());
  }

  @Override
  public List<Case> waitingFor(Actor actor) {
    return promotions.stream()
        .filter(each -> each.state() == PromotionState.REQUESTED)
        .map(this::seen)
        .toList();
  }

  @Override
  public Prospect plan(Actor actor, Route route) {
    throw new AssertionError("reads Git");
  }

  @Override
  public Case request(Actor actor, Route route, Wish wish) {
    throw new AssertionError("changes something");
  }

  @Override
  public Prospect planBack(Actor actor, String id) {
    throw new AssertionError("reads Git");
  }

  @Override
  public Case requestBack(Actor actor, String id, Wish wish) {
    throw new AssertionError("changes something");
  }

  @Override
  public Case approve(Actor actor, String id, Word word) {
    throw new AssertionError("changes something");
  }

  @Override
  public Case reject(Actor actor, String id, Word word) {
    throw new AssertionError("changes something");
  }

  @Override
  public Case cancel(Actor actor, String id, Word word) {
    throw new AssertionError("changes something");
  }

  @Override
  public Case find(Actor actor, String id) {
    throw new AssertionError("not asked by pages");
  }

  @Override
  public LogPage log(Actor actor, LogFilter filter, long after, int most) {
    throw new AssertionError("not asked by pages");
  }

  @Override
  public List<Freeze> freezes(Actor actor) {
    throw new AssertionError("not asked by pages");
  }

  @Override
  public Ability mayFreeze(Actor actor, Freeze.Scope scope) {
    throw new AssertionError("not asked by pages");
  }

  @Override
  public Freeze freeze(Actor actor, Freeze.Scope scope, String reason) {
    throw new AssertionError("changes something");
  }

  @Override
  public void lift(Actor actor, Freeze.Scope scope) {
    throw new AssertionError("changes something");
  }
}
