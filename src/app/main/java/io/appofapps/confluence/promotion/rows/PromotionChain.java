package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.promotion.record.AuditSink;
import io.appofapps.confluence.promotion.record.ChainCheck;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.Head;
import io.appofapps.confluence.promotion.record.Verification;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log as a chain: whether it holds, and how it is shortened without breaking. */
@Named
public class PromotionChain {

  private static final int PAGE = 500;
  private static final int MOST_TRIES = 3;

  private final ActiveObjects ao;
  private final LogRows log;
  private final PromotionRows promotions;
  private final Appender appender;

  @Inject
  public PromotionChain(@ComponentImport ActiveObjects ao, AuditSink sink) {
    this.ao = ao;
    this.log = new LogRows(ao);
    this.promotions = new PromotionRows(ao);
    this.appender = new Appender(ao, log, sink);
  }

  /**
   * Reads every row and checks it, a few hundred in memory at a time. What is appended meanwhile is
   * no fault, and neither is what is pruned.
   */
  public Verification verify() {
    for (int tries = 1; ; tries++) {
      Optional<Head> removed = ao.executeInTransaction(log::removed);
      Verification found = verify(removed);
      if (found.valid()
          || tries == MOST_TRIES
          || ao.executeInTransaction(log::removed).equals(removed)) {
        return found;
      }
    }
  }

  private Verification verify(Optional<Head> removed) {
    ChainCheck check = new ChainCheck(ao.executeInTransaction(log::head), removed);
    long after = Long.MIN_VALUE;
    while (true) {
      long from = after;
      List<LogRows.Link> links = ao.executeInTransaction(() -> log.links(from, PAGE));
      for (LogRows.Link link : links) {
        if (!check.accept(link.recorded()) || !link.whole()) {
          check.unreadable(link.recorded().sequence());
          return check.end(ao.executeInTransaction(log::head));
        }
        after = link.recorded().sequence();
      }
      if (links.size() < PAGE) {
        return check.end(ao.executeInTransaction(log::head));
      }
    }
  }

  /**
   * Removes the rows at the beginning that are all older than a moment, and settled promotions that
   * are. First a checkpoint with the hash of the last of them is appended, so that the rest stays
   * verifiable.
   *
   * @param policy why, in words
   * @return how many rows of the log are gone
   */
  public int prune(Instant before, String policy, Instant now) {
    Optional<Head> last = ao.executeInTransaction(() -> log.lastBefore(before));
    if (last.isPresent()) {
      appender.append(Entry.checkpoint(last.get(), policy, now));
    }
    // also what an earlier call has not come to delete
    long upTo = ao.executeInTransaction(log::removed).map(Head::sequence).orElse(0L);
    long from = ao.executeInTransaction(log::first);
    int deleted = 0;
    while (from > 0 && from <= upTo) {
      long to = Math.min(from + PAGE - 1, upTo);
      deleted += ao.executeInTransaction(() -> log.delete(to));
      from = to + 1;
    }
    ao.executeInTransaction(() -> promotions.deleteSettled(before));
    return deleted;
  }
}
