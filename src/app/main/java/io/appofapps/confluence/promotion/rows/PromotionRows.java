package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.state.rows.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Access to the rows of promotions; within a transaction of the caller. */
final class PromotionRows {

  private static final String NEWEST_FIRST = "REQUESTED_MILLIS DESC, PROMOTION_ID DESC";

  private final ActiveObjects ao;

  PromotionRows(ActiveObjects ao) {
    this.ao = ao;
  }

  Optional<Stored> find(String id) {
    return row(id).map(PromotionRows::read);
  }

  private Optional<PromotionRow> row(String id) {
    return Arrays.stream(ao.find(PromotionRow.class, "PROMOTION_ID = ?", id)).findFirst();
  }

  /** Those that are not settled, oldest first. */
  List<Stored> open() {
    PromotionRow[] found =
        ao.find(
            PromotionRow.class, Query.select().where("SETTLED = ?", 0).order("REQUESTED_MILLIS"));
    return Arrays.stream(found).map(PromotionRows::read).toList();
  }

  Map<PromotionState, Integer> counts() {
    Map<PromotionState, Integer> counts = new EnumMap<>(PromotionState.class);
    for (PromotionState state : PromotionState.values()) {
      counts.put(state, ao.count(PromotionRow.class, "STATE_WORD = ?", state.word()));
    }
    return counts;
  }

  /** Those that fit, newest first, in a query of at most so many. */
  PromotionPage page(LogFilter filter, Optional<PromotionPage.Place> after, int most) {
    Conditions conditions = Conditions.of(filter, "STATE_WORD", "REQUESTED_MILLIS");
    after.ifPresent(
        place ->
            conditions.and(
                "(REQUESTED_MILLIS < ? OR REQUESTED_MILLIS = ? AND PROMOTION_ID < ?)",
                place.requestedMillis(),
                place.requestedMillis(),
                place.id()));
    PromotionRow[] found = ao.find(PromotionRow.class, conditions.query(NEWEST_FIRST, most));
    List<Stored> fitting = new ArrayList<>();
    for (PromotionRow row : found) {
      Stored stored = read(row);
      if (filter.matches(stored.promotion())) {
        fitting.add(stored);
      }
    }
    return new PromotionPage(
        fitting,
        found.length < most ? Optional.empty() : Optional.of(place(found[found.length - 1])));
  }

  private static PromotionPage.Place place(PromotionRow row) {
    return new PromotionPage.Place(row.getRequestedMillis(), row.getPromotionId());
  }

  Stored insert(Promotion promotion) {
    Request request = promotion.request();
    ao.create(
        PromotionRow.class,
        new DBParam("PROMOTION_ID", promotion.id()),
        new DBParam("VERSION_NUMBER", 1L),
        new DBParam("STATE_WORD", promotion.state().word()),
        new DBParam("SETTLED", 0),
        new DBParam("SET_KEY", Column.write(request.set())),
        new DBParam("SERVICE_NAME", Column.write(request.service())),
        new DBParam("ENVIRONMENT_ID", Column.write(request.to())),
        new DBParam("PERSON_KEY", Column.write(request.by().key())),
        new DBParam("REQUESTED_MILLIS", request.at().toEpochMilli()),
        new DBParam("DOCUMENT", PromotionDocument.write(promotion)));
    return new Stored(promotion, 1);
  }

  /**
   * Changes the row.
   *
   * @throws OvertakenException when it is not in the expected version
   */
  Stored update(Promotion promotion, long expected) {
    PromotionRow row =
        row(promotion.id()).orElseThrow(() -> new OvertakenException(Optional.empty()));
    if (row.getVersionNumber() != expected) {
      throw new OvertakenException(Optional.of(read(row)));
    }
    row.setVersionNumber(expected + 1);
    row.setStateWord(promotion.state().word());
    row.setSettled(promotion.state().isSettled() ? 1 : 0);
    row.setDocument(PromotionDocument.write(promotion));
    row.save();
    return new Stored(promotion, expected + 1);
  }

  int deleteSettled(Instant before) {
    return ao.deleteWithSQL(
        PromotionRow.class, "SETTLED = ? AND REQUESTED_MILLIS < ?", 1, before.toEpochMilli());
  }

  private static Stored read(PromotionRow row) {
    return new Stored(PromotionDocument.read(row.getDocument()), row.getVersionNumber());
  }
}
