package io.appofapps.confluence.promotion;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a promotion stands. */
public enum PromotionState {
  /** Waits for approvals. */
  REQUESTED,
  /** Enough approvals; the change is to be made. */
  APPROVED,
  REJECTED,
  CANCELLED,
  /** Nobody acted in time, or the plan it was bound to holds no longer. */
  EXPIRED,
  /** Something outside stands in the way: a gate, the Git host; the cause has its words. */
  BLOCKED,
  /** The change is on the branch that Argo CD follows. */
  COMMITTED,
  /** A pull request waits to be merged. */
  IN_REVIEW,
  /** Argo CD has seen the commit and applies it. */
  SYNCING,
  /** The target is Synced to the commit and Healthy. */
  HEALTHY,
  /** The change could not be made, or did not become healthy in time. */
  FAILED,
  /** A later promotion has taken the change back. */
  ROLLED_BACK;

  private static final Set<PromotionState> FINAL =
      Set.of(REJECTED, CANCELLED, EXPIRED, ROLLED_BACK);

  /** The word in REST, rows and texts' keys: {@code in-review}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of a word as {@link #word()} gives it. */
  public static Optional<PromotionState> of(String word) {
    for (PromotionState state : values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** No event leads out of it. */
  public boolean isFinal() {
    return FINAL.contains(this);
  }

  /**
   * Nothing is left to do: final, or healthy or failed, which only a promotion back can still
   * change.
   */
  public boolean isSettled() {
    return isFinal() || this == HEALTHY || this == FAILED;
  }
}
