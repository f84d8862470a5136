package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.Cases;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What pages ask the desk, through the memory. */
@Named
public class PromotionsSeen {

  private static final int PAGE = 100;

  /** Nobody reads further back on a page; REST has all. */
  private static final int MOST_LOOKED_AT = 2_000;

  private final Provider<PromotionDesk> desk;
  private final PromotionMemory memory;

  @Inject
  public PromotionsSeen(Provider<PromotionDesk> desk, PromotionMemory memory) {
    this.desk = desk;
    this.memory = memory;
  }

  /** Who asks, as far as answers depend on it; whether they see the page is for others to check. */
  private record Asker(String key, Set<String> groups, Optional<String> space) {

    static Asker of(Question question) {
      return new Asker(
          question.viewer().key(),
          Set.copyOf(question.viewer().groups()),
          question.place() instanceof Place.Page page ? page.space() : Optional.of(""));
    }
  }

  private record Outlooks(Asker asker, Route route) {}

  private record Listed(Asker asker, LogFilter filter, Object narrower, int most) {}

  private record Waiting(Asker asker) {}

  boolean isOn() {
    return desk.get().isOn();
  }

  /** What can be said of a new promotion on that route. */
  Panel.Prospects prospects(Question question, Route route, Snapshot snapshot) {
    return memory.recall(
        new Outlooks(Asker.of(question), route),
        snapshot.revision(),
        () -> {
          try {
            return new Panel.Prospects(
                Optional.of(desk.get().outlook(actor(question), route)), Optional.empty());
          } catch (DeskException e) {
            return new Panel.Prospects(
                Optional.empty(),
                e.saying().or(() -> Optional.of(Saying.of("aoa.promote.cannot"))));
          }
        });
  }

  /** The newest that fit. */
  List<Case> newest(Question question, LogFilter filter, int most, Snapshot snapshot) {
    return newest(question, filter, "", each -> true, most, snapshot);
  }

  /**
   * The newest that fit.
   *
   * @param narrower equal when the predicate is
   * @param also what the filter cannot say
   */
  List<Case> newest(
      Question question,
      LogFilter filter,
      Object narrower,
      Predicate<Case> also,
      int most,
      Snapshot snapshot) {
    return memory.recall(
        new Listed(Asker.of(question), filter, narrower, most),
        snapshot.revision(),
        () -> read(actor(question), filter, also, most));
  }

  private List<Case> read(Actor actor, LogFilter filter, Predicate<Case> also, int most) {
    List<Case> found = new ArrayList<>();
    Optional<PromotionPage.Place> after = Optional.empty();
    for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < most; looked += PAGE) {
      Cases page = desk.get().list(actor, filter, after, Math.min(PAGE, most));
      page.cases().stream().filter(also).forEach(found::add);
      after = page.next();
      if (after.isEmpty()) {
        break;
      }
    }
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /** Those that wait for this person, oldest first. */
  List<Case> waiting(Question question, Snapshot snapshot) {
    return memory.recall(
        new Waiting(Asker.of(question)),
        snapshot.revision(),
        () -> List.copyOf(desk.get().waitingFor(actor(question))));
  }

  private static Actor actor(Question question) {
    return Actor.of(question.viewer(), question.place());
  }
}
