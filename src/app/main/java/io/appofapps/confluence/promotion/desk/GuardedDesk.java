package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.facts.FactReader;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.LogPage;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import io.appofapps.confluence.promotion.rows.Stored;
import io.appofapps.confluence.sight.Sight;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The desk: lets people in, and hands on what they want to those who do it. */
@Named
public class GuardedDesk implements PromotionDesk {

  private final ConfigurationReader configuration;
  private final FactReader facts;
  private final Sight sight;
  private final Participants participants;
  private final Asking asking;
  private final Deciding deciding;
  private final Browsing browsing;
  private final Freezing freezing;

  @Inject
  public GuardedDesk(
      ConfigurationReader configuration,
      FactReader facts,
      Sight sight,
      Participants participants,
      Asking asking,
      Deciding deciding,
      Browsing browsing,
      Freezing freezing) {
    this.configuration = configuration;
    this.facts = facts;
    this.sight = sight;
    this.participants = participants;
    this.asking = asking;
    this.deciding = deciding;
    this.browsing = browsing;
    this.freezing = freezing;
  }

  @Override
  public boolean isOn() {
    return configuration.current().promotion().enabled();
  }

  @Override
  public Outlook outlook(Actor actor, Route route) throws DeskException {
    checkOn();
    Facts now = facts.shown();
    return asking.outlook(now, actor, aim(now, actor, route));
  }

  @Override
  public Prospect plan(Actor actor, Route route) throws DeskException {
    return plan(actor, now -> aim(now, actor, route));
  }

  @Override
  public Case request(Actor actor, Route route, Wish wish) throws DeskException {
    return request(actor, wish, now -> aim(now, actor, route));
  }

  @Override
  public Prospect planBack(Actor actor, String id) throws DeskException {
    return plan(actor, now -> aimBack(now, actor, id));
  }

  @Override
  public Case requestBack(Actor actor, String id, Wish wish) throws DeskException {
    return request(actor, wish, now -> aimBack(now, actor, id));
  }

  /** Finds out what is asked for. */
  @FunctionalInterface
  private interface Aiming {
    Asking.Aim at(Facts now) throws DeskException;
  }

  private Prospect plan(Actor actor, Aiming aiming) throws DeskException {
    checkOn();
    Facts now = facts.newest();
    return asking.plan(now, actor, aiming.at(now));
  }

  private Case request(Actor actor, Wish wish, Aiming aiming) throws DeskException {
    checkOn();
    check(wish);
    Facts now = facts.newest();
    Asking.Aim aim = aiming.at(now);
    Optional<Stored> before = asked(now, actor, wish);
    return shown(actor, before.isPresent() ? before.get() : asking.request(now, actor, aim, wish));
  }

  @Override
  public Case approve(Actor actor, String id, Word word) throws DeskException {
    return decide(actor, id, word, deciding::approve);
  }

  @Override
  public Case reject(Actor actor, String id, Word word) throws DeskException {
    return decide(actor, id, word, deciding::reject);
  }

  @Override
  public Case cancel(Actor actor, String id, Word word) throws DeskException {
    return decide(actor, id, word, deciding::cancel);
  }

  @FunctionalInterface
  private interface Decision {
    Stored on(Facts now, Actor actor, Stored before, Word word) throws DeskException;
  }

  private Case decide(Actor actor, String id, Word word, Decision decision) throws DeskException {
    checkOn();
    Refusals.checkWords(word.comment());
    Facts now = facts.newest();
    return shown(actor, decision.on(now, actor, stored(now, actor, id), word));
  }

  @Override
  public Case find(Actor actor, String id) throws DeskException {
    Facts now = facts.shown();
    return new CaseBook(now, participants, actor).of(stored(now, actor, id));
  }

  @Override
  public Cases list(Actor actor, LogFilter filter, Optional<PromotionPage.Place> after, int most) {
    Facts now = facts.shown();
    return browsing.list(now, actor, visibility(actor, now), filter, after, most);
  }

  @Override
  public List<Case> waitingFor(Actor actor) {
    Facts now = facts.shown();
    return browsing.waitingFor(now, actor, visibility(actor, now));
  }

  @Override
  public LogPage log(Actor actor, LogFilter filter, long after, int most) {
    return browsing.log(visibility(actor, facts.shown()), filter, after, most);
  }

  @Override
  public List<Freeze> freezes(Actor actor) {
    Facts now = facts.shown();
    return freezing.all(now, visibility(actor, now));
  }

  @Override
  public Ability mayFreeze(Actor actor, Freeze.Scope scope) {
    Facts now = facts.shown();
    return freezing.may(now, actor, visibility(actor, now), scope);
  }

  @Override
  public Freeze freeze(Actor actor, Freeze.Scope scope, String reason) throws DeskException {
    checkOn();
    Facts now = facts.newest();
    return freezing.freeze(now, actor, visibility(actor, now), scope, reason);
  }

  @Override
  public void lift(Actor actor, Freeze.Scope scope) throws DeskException {
    checkOn();
    Facts now = facts.newest();
    freezing.lift(now, actor, visibility(actor, now), scope);
  }

  private Visibility visibility(Actor actor, Facts now) {
    return new Visibility(sight, actor, now);
  }

  private void checkOn() throws DeskException {
    if (!isOn()) {
      throw Refusals.of(Kind.OFF, "aoa.promotion.desk.off");
    }
  }

  private static void check(Wish wish) throws DeskException {
    String key = wish.idempotencyKey();
    if (key.isBlank() || key.length() > Refusals.LONGEST_KEY) {
      throw Refusals.of(
          Kind.INVALID, "aoa.promotion.desk.bad-key", Integer.toString(Refusals.LONGEST_KEY));
    }
    Refusals.checkWords(wish.reason());
  }

  private Asking.Aim aim(Facts now, Actor actor, Route route) throws DeskException {
    return Asking.Aim.forth(route, Routes.find(visibility(actor, now), route));
  }

  private Asking.Aim aimBack(Facts now, Actor actor, String id) throws DeskException {
    Promotion made = stored(now, actor, id).promotion();
    if (made.commits().isEmpty()) {
      throw Refusals.of(Kind.INVALID, "aoa.promotion.desk.nothing-made");
    }
    Application target =
        now.application(made.request().target())
            .orElseThrow(
                () ->
                    Refusals.of(
                        Kind.INVALID,
                        "aoa.promotion.desk.target-gone",
                        made.request().target().name()));
    return Asking.Aim.back(now, made, target);
  }

  private Stored stored(Facts now, Actor actor, String id) throws DeskException {
    return browsing
        .find(visibility(actor, now), id)
        .orElseThrow(() -> Refusals.of(Kind.UNKNOWN, "aoa.promotion.desk.unknown", id));
  }

  /** What the same request has led to before. */
  private Optional<Stored> asked(Facts now, Actor actor, Wish wish) {
    String id = Request.id(actor.viewer().key(), wish.idempotencyKey());
    return browsing.find(visibility(actor, now), id);
  }

  private Case shown(Actor actor, Stored stored) {
    return new CaseBook(facts.newest(), participants, actor).of(stored);
  }
}
