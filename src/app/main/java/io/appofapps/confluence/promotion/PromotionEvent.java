package io.appofapps.confluence.promotion;

import static io.appofapps.confluence.promotion.PromotionState.APPROVED;
import static io.appofapps.confluence.promotion.PromotionState.BLOCKED;
import static io.appofapps.confluence.promotion.PromotionState.CANCELLED;
import static io.appofapps.confluence.promotion.PromotionState.COMMITTED;
import static io.appofapps.confluence.promotion.PromotionState.EXPIRED;
import static io.appofapps.confluence.promotion.PromotionState.FAILED;
import static io.appofapps.confluence.promotion.PromotionState.HEALTHY;
import static io.appofapps.confluence.promotion.PromotionState.IN_REVIEW;
import static io.appofapps.confluence.promotion.PromotionState.REJECTED;
import static io.appofapps.confluence.promotion.PromotionState.REQUESTED;
import static io.appofapps.confluence.promotion.PromotionState.ROLLED_BACK;
import static io.appofapps.confluence.promotion.PromotionState.SYNCING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What moves a promotion from one state to the next: the whole state machine. */
public enum PromotionEvent {
  /** One approval more, and more are needed. */
  VOTE(REQUESTED, REQUESTED),
  /** The last approval that was needed; at once where none is. */
  APPROVE(APPROVED, REQUESTED),
  /** Somebody says no; in review, the pull request was declined. */
  REJECT(REJECTED, REQUESTED, APPROVED, BLOCKED, IN_REVIEW),
  /** Taken back before anything is on the branch. */
  CANCEL(CANCELLED, REQUESTED, APPROVED, BLOCKED, IN_REVIEW),
  /** Time is up, or the plan has moved. */
  EXPIRE(EXPIRED, REQUESTED, APPROVED, BLOCKED),
  /** An approval no longer counts, such as when the approver has left the group. */
  VOID_APPROVAL(REQUESTED, APPROVED, BLOCKED),
  BLOCK(BLOCKED, APPROVED, IN_REVIEW),
  /** What stood in the way is gone. */
  RESUME(APPROVED, BLOCKED),
  OPEN_REVIEW(IN_REVIEW, APPROVED),
  /** Pushed to the branch, or the pull request was merged. */
  COMMIT(COMMITTED, APPROVED, IN_REVIEW),
  SYNC(SYNCING, COMMITTED),
  BECOME_HEALTHY(HEALTHY, COMMITTED, SYNCING),
  FAIL(FAILED, APPROVED, IN_REVIEW, COMMITTED, SYNCING),
  /** A promotion back has taken its place. */
  ROLL_BACK(ROLLED_BACK, COMMITTED, SYNCING, HEALTHY, FAILED);

  private final PromotionState to;
  private final Set<PromotionState> from;

  PromotionEvent(PromotionState to, PromotionState first, PromotionState... others) {
    this.to = to;
    this.from = EnumSet.of(first, others);
  }

  /** The word in the log: {@code void-approval}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it can happen in a state. */
  public boolean leadsFrom(PromotionState state) {
    return from.contains(state);
  }

  /**
   * The state after it.
   *
   * @throws IllegalMoveException when it cannot happen in that state
   */
  public PromotionState from(PromotionState state) throws IllegalMoveException {
    if (!leadsFrom(state)) {
      throw new IllegalMoveException(state, this);
    }
    return to;
  }
}
