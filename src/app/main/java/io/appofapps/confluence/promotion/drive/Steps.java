package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.facts.FactReader;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.rows.Attempt;
import io.appofapps.confluence.promotion.rows.OvertakenException;
import io.appofapps.confluence.promotion.rows.PromotionAttempts;
import io.appofapps.confluence.promotion.rows.PromotionLeases;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The next step of a promotion, whatever state it is in. */
@Named
public class Steps {

  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  /** Prolonged while a step takes longer; after it another node goes on. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private final PromotionLedger ledger;
  private final PromotionLeases leases;
  private final PromotionAttempts attempts;
  private final FactReader reader;
  private final Agreement agreement;
  private final Maker maker;
  private final ReviewWatch reviews;
  private final Following following;

  @Inject
  public Steps(
      PromotionLedger ledger,
      PromotionLeases leases,
      PromotionAttempts attempts,
      FactReader reader,
      Agreement agreement,
      Maker maker,
      ReviewWatch reviews,
      Following following) {
    this.ledger = ledger;
    this.leases = leases;
    this.attempts = attempts;
    this.reader = reader;
    this.agreement = agreement;
    this.maker = maker;
    this.reviews = reviews;
    this.following = following;
  }

  /** Whether there is anything to do for it now; asks no network. */
  boolean isDue(Promotion promotion, Facts facts) {
    return switch (promotion.state()) {
      case REQUESTED -> agreement.isDue(promotion, facts);
      case APPROVED, BLOCKED, IN_REVIEW ->
          attempts.find(promotion.id()).map(Attempt::next).filter(facts.now()::isBefore).isEmpty();
      case COMMITTED, SYNCING -> following.isDue(promotion, facts);
      default -> false;
    };
  }

  /**
   * Takes the lease, and a step with it. Nothing when another has the lease or was faster.
   *
   * @param node who wants it
   */
  public void step(String id, String node) {
    if (!prolong(id, node)) {
      return;
    }
    try {
      Facts facts = reader.newest();
      Optional<Stored> stored = ledger.find(id);
      if (stored.isPresent() && isDue(stored.get().promotion(), facts)) {
        step(stored.get(), facts);
      }
    } catch (OvertakenException | IllegalMoveException e) {
      LOG.debug("promotion {} has gone on without this node: {}", id, e.getMessage());
    } finally {
      leases.release(id, node);
    }
  }

  /** Takes the lease, or keeps it for longer. */
  boolean prolong(String id, String node) {
    return leases.take(id, node, reader.now(), LEASE);
  }

  private void step(Stored stored, Facts facts) throws IllegalMoveException {
    switch (stored.promotion().state()) {
      case REQUESTED -> agreement.step(stored, facts);
      case APPROVED, BLOCKED -> {
        // switched off, nothing new is written to Git; what is there is still followed
        if (facts.rules().enabled()) {
          maker.step(stored, facts);
        }
      }
      case IN_REVIEW -> reviews.step(stored, facts);
      case COMMITTED, SYNCING -> following.step(stored, facts);
      default -> LOG.debug("promotion {} is settled", stored.promotion().id());
    }
  }
}
