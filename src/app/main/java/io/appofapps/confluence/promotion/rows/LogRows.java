package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.Head;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.record.Recorded;
import io.appofapps.confluence.state.rows.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Access to the rows of the log and to its end; within a transaction of the caller. */
final class LogRows {

  private static final String HEAD = "head";
  private static final String SEQUENCE = "SEQUENCE_NUMBER";

  private final ActiveObjects ao;
  private final Marks marks;

  LogRows(ActiveObjects ao) {
    this.ao = ao;
    this.marks = new Marks(ao);
  }

  Head head() {
    return marks.get(HEAD);
  }

  /**
   * Adds an entry at the end. Another transaction that does the same waits for the end of this one
   * and then fails, so whatever is read after this call is the newest there is.
   */
  LogRow append(Entry entry) {
    Recorded row = Recorded.next(head(), entry);
    Columns columns = Columns.of(entry);
    ao.create(
        PromotionLogRow.class,
        new DBParam(SEQUENCE, row.sequence()),
        new DBParam("PREVIOUS_HASH", row.previous()),
        new DBParam("ROW_HASH", row.hash()),
        new DBParam("AT_MILLIS", columns.at()),
        new DBParam("PROMOTION_ID", columns.promotion()),
        new DBParam("EVENT_WORD", columns.event()),
        new DBParam("OUTCOME_WORD", columns.outcome()),
        new DBParam("PERSON_KEY", columns.person()),
        new DBParam("SET_KEY", columns.set()),
        new DBParam("SERVICE_NAME", columns.service()),
        new DBParam("ENVIRONMENT_ID", columns.environment()),
        new DBParam("DOCUMENT", row.canonical()));
    marks.put(HEAD, row.head());
    return new LogRow(row, entry);
  }

  /** Rows after a sequence number that fit, oldest first, in a query of at most so many. */
  LogPage page(LogFilter filter, long after, int most) {
    PromotionLogRow[] found =
        ao.find(
            PromotionLogRow.class,
            Conditions.of(filter, "OUTCOME_WORD", "AT_MILLIS")
                .and(SEQUENCE + " > ?", after)
                .query(SEQUENCE, most));
    List<LogRow> rows = new ArrayList<>();
    for (PromotionLogRow row : found) {
      LogRow read = new LogRow(recorded(row), EntryDocument.read(row.getDocument()));
      if (filter.matches(read.entry())) {
        rows.add(read);
      }
    }
    return new LogPage(rows, found.length < most ? 0 : found[found.length - 1].getSequenceNumber());
  }

  /** The next rows as they are, for the check. */
  List<Link> links(long after, int most) {
    List<Link> links = new ArrayList<>();
    for (PromotionLogRow row :
        ao.find(
            PromotionLogRow.class,
            Query.select().where(SEQUENCE + " > ?", after).order(SEQUENCE).limit(most))) {
      links.add(new Link(recorded(row), isAsWritten(row)));
    }
    return links;
  }

  /**
   * A row for the check.
   *
   * @param whole whether its columns say what its document says
   */
  record Link(Recorded recorded, boolean whole) {}

  private static boolean isAsWritten(PromotionLogRow row) {
    try {
      return Columns.of(EntryDocument.read(row.getDocument())).equals(Columns.of(row));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Recorded recorded(PromotionLogRow row) {
    return new Recorded(
        row.getSequenceNumber(),
        Column.read(row.getPreviousHash()),
        Column.read(row.getRowHash()),
        Column.read(row.getDocument()));
  }

  /** The last row that the newest checkpoint stands for. */
  Optional<Head> removed() {
    PromotionLogRow[] found =
        ao.find(
            PromotionLogRow.class,
            Query.select()
                .where("EVENT_WORD = ?", Entry.CHECKPOINT)
                .order(SEQUENCE + " DESC")
                .limit(1));
    return found.length == 0
        ? Optional.empty()
        : EntryDocument.read(found[0].getDocument()).removed();
  }

  /** The last of the rows at the beginning that are all older; empty without any worth it. */
  Optional<Head> lastBefore(Instant moment) {
    PromotionLogRow[] kept =
        ao.find(
            PromotionLogRow.class,
            Query.select().where("AT_MILLIS >= ?", moment.toEpochMilli()).order(SEQUENCE).limit(1));
    long before = kept.length == 0 ? Long.MAX_VALUE : kept[0].getSequenceNumber();
    PromotionLogRow[] old =
        ao.find(
            PromotionLogRow.class,
            Query.select()
                .where(SEQUENCE + " < ? AND EVENT_WORD <> ?", before, Entry.CHECKPOINT)
                .order(SEQUENCE + " DESC")
                .limit(1));
    return old.length == 0 ? Optional.empty() : Optional.of(recorded(old[0]).head());
  }

  int delete(long upTo) {
    return ao.deleteWithSQL(PromotionLogRow.class, SEQUENCE + " <= ?", upTo);
  }

  /** Sequence number of the first row that is there; 0 without any. */
  long first() {
    PromotionLogRow[] found =
        ao.find(PromotionLogRow.class, Query.select().order(SEQUENCE).limit(1));
    return found.length == 0 ? 0 : found[0].getSequenceNumber();
  }

  /** What the searched columns of a row say. */
  private record Columns(
      long at,
      String promotion,
      String event,
      String outcome,
      String person,
      String set,
      String service,
      String environment) {

    static Columns of(Entry entry) {
      return new Columns(
          entry.at().toEpochMilli(),
          entry.promotion(),
          entry.event(),
          entry.outcome(),
          Column.write(entry.who().key()),
          Column.write(entry.subject().set()),
          Column.write(entry.subject().service()),
          Column.write(entry.subject().to()));
    }

    static Columns of(PromotionLogRow row) {
      return new Columns(
          row.getAtMillis(),
          Column.read(row.getPromotionId()),
          Column.read(row.getEventWord()),
          Column.read(row.getOutcomeWord()),
          Column.read(row.getPersonKey()),
          Column.read(row.getSetKey()),
          Column.read(row.getServiceName()),
          Column.read(row.getEnvironmentId()));
    }
  }
}
