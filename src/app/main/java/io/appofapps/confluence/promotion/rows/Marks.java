package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.promotion.record.Head;
import java.util.Optional;
import net.java.ao.DBParam;

/** Places in the log by name; within a transaction of the caller. */
final class Marks {

  private final ActiveObjects ao;

  Marks(ActiveObjects ao) {
    this.ao = ao;
  }

  /** Before the first row when there is no such mark. */
  Head get(String name) {
    return find(name).orElse(Head.NONE);
  }

  Optional<Head> find(String name) {
    PromotionMarkRow[] found = ao.find(PromotionMarkRow.class, "MARK_NAME = ?", name);
    return found.length == 0
        ? Optional.empty()
        : Optional.of(new Head(found[0].getSequenceNumber(), found[0].getRowHash()));
  }

  void remove(String name) {
    ao.deleteWithSQL(PromotionMarkRow.class, "MARK_NAME = ?", name);
  }

  void put(String name, Head place) {
    PromotionMarkRow[] found = ao.find(PromotionMarkRow.class, "MARK_NAME = ?", name);
    if (found.length == 0) {
      ao.create(
          PromotionMarkRow.class,
          new DBParam("MARK_NAME", name),
          new DBParam("SEQUENCE_NUMBER", place.sequence()),
          new DBParam("ROW_HASH", place.hash()));
    } else {
      found[0].setSequenceNumber(place.sequence());
      found[0].setRowHash(place.hash());
      found[0].save();
    }
  }
}
