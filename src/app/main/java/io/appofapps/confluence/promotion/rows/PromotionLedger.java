package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.record.AuditSink;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.record.SeenGate;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All promotions and their log. No promotion changes without an entry in the log: both are written
 * in one short transaction. Not to be called within a transaction.
 *
 * <p>Every method throws a RuntimeException when the database does not answer; then nothing has
 * happened.
 */
@Named
public class PromotionLedger {

  private final ActiveObjects ao;
  private final PromotionRows promotions;
  private final LogRows log;
  private final Appender appender;

  @Inject
  public PromotionLedger(@ComponentImport ActiveObjects ao, AuditSink sink) {
    this.ao = ao;
    this.promotions = new PromotionRows(ao);
    this.log = new LogRows(ao);
    this.appender = new Appender(ao, log, sink);
  }

  /**
   * Begins a promotion. A request with the same person and idempotency key gives the promotion that
   * is already there, on whichever node it comes in; its digest may be another.
   *
   * @param gates as seen at this moment
   * @return the promotion; version 1 and nothing else when this call has begun it
   */
  public Begun begin(Request request, List<SeenGate> gates) {
    Promotion promotion = Promotion.requested(request);
    Optional<Stored> before = find(promotion.id());
    if (before.isPresent()) {
      return new Begun(before.get(), false);
    }
    Entry entry = Entry.of(promotion, Entry.REQUEST, request.by(), "", gates, request.at());
    try {
      return new Begun(appender.append(entry, () -> insert(promotion)).result(), true);
    } catch (OvertakenException e) {
      return new Begun(e.current().orElseThrow(), false);
    }
  }

  /**
   * What a request has led to.
   *
   * @param fresh false when the promotion was there before
   */
  public record Begun(Stored stored, boolean fresh) {}

  private Stored insert(Promotion promotion) {
    Optional<Stored> other = promotions.find(promotion.id());
    if (other.isPresent()) {
      throw new OvertakenException(other);
    }
    return promotions.insert(promotion);
  }

  /**
   * Changes a promotion and tells the log.
   *
   * @param before as it was read
   * @param entry what has happened to it
   * @throws OvertakenException when somebody else was faster; nothing has changed
   */
  public Stored save(Stored before, Promotion after, Entry entry) {
    return appender.append(entry, () -> promotions.update(after, before.version())).result();
  }

  /** Tells the log of what changes no promotion: a refused attempt, a note. */
  public LogRow record(Entry entry) {
    return appender.append(entry);
  }

  /** Another number after every entry: where the log ends. */
  public long edition() {
    return ao.executeInTransaction(() -> log.head().sequence());
  }

  public Optional<Stored> find(String id) {
    return ao.executeInTransaction(() -> promotions.find(id));
  }

  /** How many there are in each state. */
  public Map<PromotionState, Integer> counts() {
    return ao.executeInTransaction(promotions::counts);
  }

  /** All that are not settled, oldest first. */
  public List<Stored> open() {
    return ao.executeInTransaction(promotions::open);
  }

  /**
   * Promotions that fit, newest first; at most so many, and perhaps fewer though there are more.
   */
  public PromotionPage promotions(LogFilter filter, Optional<PromotionPage.Place> after, int most) {
    return ao.executeInTransaction(() -> promotions.page(filter, after, most));
  }

  /**
   * Rows of the log that fit, oldest first; at most so many, and perhaps fewer though there are
   * more.
   *
   * @param after sequence number to go on after, 0 for the beginning
   */
  public LogPage log(LogFilter filter, long after, int most) {
    return ao.executeInTransaction(() -> log.page(filter, after, most));
  }
}
