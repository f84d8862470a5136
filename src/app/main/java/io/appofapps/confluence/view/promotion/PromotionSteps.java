package io.appofapps.confluence.view.promotion;

import static io.appofapps.confluence.promotion.PromotionState.APPROVED;
import static io.appofapps.confluence.promotion.PromotionState.COMMITTED;
import static io.appofapps.confluence.promotion.PromotionState.HEALTHY;
import static io.appofapps.confluence.promotion.PromotionState.IN_REVIEW;
import static io.appofapps.confluence.promotion.PromotionState.REQUESTED;
import static io.appofapps.confluence.promotion.PromotionState.SYNCING;

import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.approval.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of a promotion: asked for, agreed to, written to Git, synced, healthy. */
final class PromotionSteps {

  /** How far a step is. */
  enum Progress {
    DONE,
    NOW,
    TO_DO,
    /** It ended here. */
    STOPPED
  }

  /**
   * A step.
   *
   * @param name of its text: {@code requested}, {@code approvals}, {@code commit}, {@code review},
   *     {@code sync}, {@code healthy}, or the word of the state in which it ended
   * @param at when it was done
   */
  record Step(String name, Progress progress, Optional<Instant> at) {}

  private PromotionSteps() {}

  /** All five, in their order. */
  static List<Step> of(Promotion promotion, Judgement judgement) {
    PromotionState state = promotion.state();
    Optional<Instant> committed = at(promotion, COMMITTED);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("requested", Progress.DONE, at(promotion, REQUESTED)));
    boolean agreed =
        judgement.needed() == 0
            || state == APPROVED
            || promotion.reached().containsKey(APPROVED) && state != REQUESTED;
    steps.add(step("approvals", agreed, state == REQUESTED, at(promotion, APPROVED)));
    String commit = state == IN_REVIEW ? "review" : "commit";
    boolean writing = state == APPROVED || state == IN_REVIEW;
    steps.add(step(commit, committed.isPresent(), writing, committed));
    boolean healthy = at(promotion, HEALTHY).isPresent();
    steps.add(
        step("sync", healthy, state == COMMITTED || state == SYNCING, at(promotion, SYNCING)));
    steps.add(step("healthy", healthy, false, at(promotion, HEALTHY)));
    return ended(state) ? stopped(steps, promotion) : List.copyOf(steps);
  }

  private static boolean ended(PromotionState state) {
    return switch (state) {
      case REJECTED, CANCELLED, EXPIRED, BLOCKED, FAILED, ROLLED_BACK -> true;
      default -> false;
    };
  }

  /** The first step that was not done says what happened instead; of all done the last. */
  private static List<Step> stopped(List<Step> steps, Promotion promotion) {
    int where = 0;
    while (where < steps.size() - 1 && steps.get(where).progress() == Progress.DONE) {
      where++;
    }
    List<Step> all = new ArrayList<>(steps);
    all.set(
        where,
        new Step(promotion.state().word(), Progress.STOPPED, Optional.of(promotion.since())));
    return List.copyOf(all);
  }

  private static Step step(String name, boolean done, boolean now, Optional<Instant> at) {
    Progress progress = done ? Progress.DONE : now ? Progress.NOW : Progress.TO_DO;
    return new Step(name, progress, done ? at : Optional.empty());
  }

  private static Optional<Instant> at(Promotion promotion, PromotionState state) {
    return Optional.ofNullable(promotion.reached().get(state));
  }
}
