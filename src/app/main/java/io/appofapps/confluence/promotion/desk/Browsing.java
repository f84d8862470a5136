package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rows.LogPage;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows people those promotions, and rows of the log, whose Applications they see. */
@Named
public class Browsing {

  /** Most promotions or rows of one answer. */
  private static final int MOST = 500;

  /** How many queries one answer may take when most of what is found is not for the person. */
  private static final int MOST_QUERIES = 10;

  private final PromotionLedger ledger;
  private final Participants participants;

  @Inject
  public Browsing(PromotionLedger ledger, Participants participants) {
    this.ledger = ledger;
    this.participants = participants;
  }

  /** The promotion of that id, if they see it. */
  Optional<Stored> find(Visibility visibility, String id) {
    return ledger.find(id).filter(found -> visibility.sees(found.promotion().request()));
  }

  Cases list(
      Facts facts,
      Actor actor,
      Visibility visibility,
      LogFilter filter,
      Optional<PromotionPage.Place> after,
      int most) {
    CaseBook book = new CaseBook(facts, participants, actor);
    int wanted = limit(most);
    List<Case> cases = new ArrayList<>();
    Optional<PromotionPage.Place> place = after;
    for (int i = 0; i < MOST_QUERIES; i++) {
      PromotionPage page = ledger.promotions(filter, place, wanted - cases.size());
      page.promotions().stream()
          .filter(found -> visibility.sees(found.promotion().request()))
          .map(book::of)
          .forEach(cases::add);
      place = page.next();
      if (place.isEmpty() || cases.size() >= wanted) {
        break;
      }
    }
    return new Cases(cases, place);
  }

  List<Case> waitingFor(Facts facts, Actor actor, Visibility visibility) {
    CaseBook book = new CaseBook(facts, participants, actor);
    return ledger.open().stream()
        .filter(found -> found.promotion().state() == PromotionState.REQUESTED)
        .filter(found -> visibility.sees(found.promotion().request()))
        .map(book::of)
        .filter(each -> each.approve().allowed())
        .toList();
  }

  LogPage log(Visibility visibility, LogFilter filter, long after, int most) {
    int wanted = limit(most);
    List<LogRow> rows = new ArrayList<>();
    long place = after;
    for (int i = 0; i < MOST_QUERIES; i++) {
      LogPage page = ledger.log(filter, place, wanted - rows.size());
      page.rows().stream().filter(row -> visibility.sees(row.entry().subject())).forEach(rows::add);
      place = page.next();
      if (place == 0 || rows.size() >= wanted) {
        break;
      }
    }
    return new LogPage(rows, place);
  }

  private static int limit(int most) {
    return Math.min(Math.max(1, most), MOST);
  }
}
