package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.git.Pushes;
import io.appofapps.confluence.git.Reviews;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.rows.Attempt;
import io.appofapps.confluence.promotion.rows.PromotionAttempts;
import io.appofapps.confluence.promotion.rows.PromotionLeases;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.Stored;
import io.appofapps.confluence.state.ThisNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Holds a promotion still while somebody ends it, and sees to it that its change is not on the
 * branch already: no node makes the change while the lease is here.
 */
@Named
public class Withdrawal {

  private static final Duration LENGTH = Duration.ofMinutes(3);

  private final PromotionLeases leases;
  private final PromotionAttempts attempts;
  private final PromotionLedger ledger;
  private final Pushes pushes;
  private final ObjectProvider<Reviews> reviews;
  private final ThisNode node;

  @Inject
  public Withdrawal(
      PromotionLeases leases,
      PromotionAttempts attempts,
      PromotionLedger ledger,
      Pushes pushes,
      ObjectProvider<Reviews> reviews,
      ThisNode node) {
    this.leases = leases;
    this.attempts = attempts;
    this.ledger = ledger;
    this.pushes = pushes;
    this.reviews = reviews;
    this.node = node;
  }

  /** What ends a promotion. */
  interface Ending {
    Stored end(Stored found) throws DeskException;
  }

  /**
   * Ends it.
   *
   * @param ending gets the promotion as it is now, in the same state
   * @throws DeskException CONFLICT when the change is being made, or is there already, or nobody
   *     knows
   */
  Stored end(Stored before, Instant now, Ending ending) throws DeskException {
    String id = before.promotion().id();
    if (before.promotion().state() == PromotionState.REQUESTED) {
      return ending.end(before);
    }
    String holder = node.name() + "/" + UUID.randomUUID();
    if (!Refusals.written(() -> leases.take(id, holder, now, LENGTH))) {
      throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.being-made");
    }
    try {
      Stored found = Refusals.written(() -> ledger.find(id)).orElse(before);
      if (found.promotion().state() != before.promotion().state()) {
        throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.too-late");
      }
      checkNothingMade(found.promotion());
      return ending.end(found);
    } finally {
      leases.release(id, holder);
    }
  }

  private void checkNothingMade(Promotion promotion) throws DeskException {
    Optional<Attempt> attempt = Refusals.written(() -> attempts.find(promotion.id()));
    if (promotion.state() == PromotionState.IN_REVIEW && attempt.isPresent()) {
      close(promotion, attempt.get());
    } else if (attempt.filter(Attempt::inDoubt).isPresent()) {
      try {
        if (pushes.find(attempt.get().base(), promotion.id()).isPresent()) {
          throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.made-already");
        }
      } catch (UnreadableException e) {
        throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.perhaps-made", e.getMessage());
      }
    }
  }

  private void close(Promotion promotion, Attempt attempt) throws DeskException {
    String address = promotion.pullRequest().orElse("");
    Reviews.Standing standing =
        Optional.ofNullable(reviews.getIfAvailable())
            .map(found -> found.close(attempt.base(), address))
            .orElseGet(() -> new Reviews.Standing.Unknown(address));
    if (standing instanceof Reviews.Standing.Merged) {
      throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.made-already");
    }
    if (standing instanceof Reviews.Standing.Unknown unknown) {
      throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.review-open", unknown.words());
    }
    if (standing instanceof Reviews.Standing.Waiting) {
      throw Refusals.of(Kind.CONFLICT, "aoa.promotion.desk.review-open", address);
    }
  }
}
