package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.record.Verification;
import io.appofapps.confluence.promotion.rows.PromotionChain;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the whole promotion log, one check at a time, because each reads every row. */
@Named
public class ChainVerification {

  private static final Logger LOG = LoggerFactory.getLogger(ChainVerification.class);
  private static final int LONGEST_WAIT_SECONDS = 20;

  /** Each that waits keeps a thread of the server. */
  private static final int MOST_WAITING = 4;

  private final PromotionChain chain;
  private final Semaphore turn = new Semaphore(1, true);

  @Inject
  public ChainVerification(PromotionChain chain) {
    this.chain = chain;
  }

  /**
   * {@code {"valid", "rows", "firstBroken", "flaw", "head": {"sequence", "hash"}}}: {@code
   * firstBroken} is the sequence number of the first row that is not as it was written, null when
   * all are; {@code head} is the last row that holds.
   *
   * @throws RefusedException 503 when others have been checking for too long, or many wait already
   */
  Map<String, Object> check() {
    Verification found = inTurn();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("valid", found.valid());
    json.put("rows", found.rows());
    json.put(
        "firstBroken", found.firstBroken().isPresent() ? found.firstBroken().getAsLong() : null);
    json.put("flaw", found.flaw().word());
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("sequence", found.head().sequence());
    head.put("hash", found.head().hash());
    json.put("head", head);
    return json;
  }

  private Verification inTurn() {
    try {
      if (turn.getQueueLength() >= MOST_WAITING
          || !turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new RefusedException(503, "The log is being checked for others. Try again later.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "The check was interrupted. Try again.", e);
    }
    try {
      Verification found = chain.verify();
      if (!found.valid()) {
        LOG.error(
            "The promotion log is not as it was written: {} at row {}; {} rows hold before it",
            found.flaw().word(),
            found.firstBroken().orElse(0),
            found.head().sequence());
      }
      return found;
    } finally {
      turn.release();
    }
  }
}
