package io.appofapps.confluence.promotion.track;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells from what is seen of the clusters what becomes of a change that is on the branch. It counts
 * as arrived by the values that the target shows, and by the commit that it, or the Application
 * that declares it, was compared with; where both can be told both must hold. While the connection
 * is interrupted nothing is decided.
 */
public final class Tracker {

  private static final Set<String> FAILED = Set.of("Failed", "Error");
  private static final Set<String> RUNNING = Set.of("Running", "Terminating");

  private final Promotion promotion;
  private final Seen seen;
  private final Limits limits;
  private final Instant now;

  private Tracker(Promotion promotion, Seen seen, Limits limits, Instant now) {
    this.promotion = promotion;
    this.seen = seen;
    this.limits = limits;
    this.now = now;
  }

  /**
   * What happens to the promotion now; empty when it goes on as it is.
   *
   * @param promotion COMMITTED or SYNCING, with its commit
   */
  public static Optional<Progress> judge(
      Promotion promotion, Seen seen, Limits limits, Instant now) {
    return seen.current() && !promotion.commits().isEmpty()
        ? new Tracker(promotion, seen, limits, now).judge()
        : Optional.empty();
  }

  private Optional<Progress> judge() {
    if (seen.target().isEmpty()) {
      return isOver(committed(), limits.settling())
          ? Optional.of(Progress.failed("target-gone", promotion.request().target().name()))
          : Optional.empty();
    }
    Application target = seen.target().get();
    if (isArrived(target) && isWell(target)) {
      return Optional.of(Progress.of(PromotionEvent.BECOME_HEALTHY));
    }
    Optional<Progress> failure = failure(target);
    if (failure.isPresent()) {
      return failure;
    }
    return promotion.state() == PromotionState.COMMITTED && isSeen(target)
        ? Optional.of(Progress.of(PromotionEvent.SYNC))
        : Optional.empty();
  }

  private Instant committed() {
    return promotion.reached().getOrDefault(PromotionState.COMMITTED, promotion.since());
  }

  private boolean isOver(Instant since, Duration limit) {
    return !now.isBefore(since.plus(limit));
  }

  private List<Shown> shown(Application target) {
    return promotion.request().moves().stream().map(move -> Shown.of(target, move)).toList();
  }

  private Arrival arrival(Application application) {
    Commit commit = promotion.commits().get(0);
    return Arrival.of(application, commit, seen);
  }

  private Arrival arrivalOfParent() {
    return seen.parent().map(this::arrival).orElse(Arrival.NOT_FOLLOWED);
  }

  /** Argo CD works with the commit, here or at the Application that declares the target. */
  private boolean isSeen(Application target) {
    return arrival(target) == Arrival.ARRIVED
        || arrivalOfParent() == Arrival.ARRIVED
        || shown(target).contains(Shown.AFTER);
  }

  private boolean isArrived(Application target) {
    List<Shown> shown = shown(target);
    if (shown.contains(Shown.BEFORE) || shown.contains(Shown.OTHER)) {
      return false;
    }
    boolean byValue = shown.contains(Shown.AFTER);
    return switch (arrival(target)) {
      case ARRIVED -> true;
      // the values alone tell it: the revision may be too new to be known here
      case NOT_YET -> byValue && revisionIsUnknown(target);
      case NOT_FOLLOWED -> byValue || parentHasBroughtIt(target);
    };
  }

  /** A revision that is not the one from before, which the plan stood on. */
  private boolean revisionIsUnknown(Application target) {
    return target.revisions().stream()
        .noneMatch(revision -> promotion.request().bases().containsValue(revision));
  }

  /** Nothing of it can be seen in the target: its parent is synced to the commit, and it since. */
  private boolean parentHasBroughtIt(Application target) {
    return arrivalOfParent() == Arrival.ARRIVED
        && seen.parent().filter(parent -> parent.sync() == SyncStatus.SYNCED).isPresent()
        && target.reconciledAt().filter(at -> at.isAfter(committed())).isPresent();
  }

  private static boolean isWell(Application target) {
    return target.sync() == SyncStatus.SYNCED
        && target.health() == HealthStatus.HEALTHY
        && !target.details().comparedToOther()
        && !RUNNING.contains(target.operationPhase())
        && target.deletedAt().isEmpty();
  }

  private Optional<Progress> failure(Application target) {
    return Stream.<Optional<Progress>>of(
            syncFailed(target), takenBack(target), degraded(target), timedOut(target))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Progress> syncFailed(Application target) {
    boolean failed = hasFailed(target) && isSeen(target);
    if (failed) {
      return Optional.of(
          Progress.failed("sync-failed", target.key().name(), target.operationMessage()));
    }
    // the parent may be one that the reader does not see: it is neither named nor quoted
    return seen.parent().filter(this::hasFailed).isPresent() && !shown(target).contains(Shown.AFTER)
        ? Optional.of(Progress.failed("parent-sync-failed", target.key().name()))
        : Optional.empty();
  }

  /** An operation begun after the commit has failed, and no other has taken its place since. */
  private boolean hasFailed(Application application) {
    return FAILED.contains(application.operationPhase())
        && application.details().operationStartedAt().filter(this::isAfterCommit).isPresent()
        && application
            .details()
            .operationFinishedAt()
            .filter(at -> isOver(at, limits.settling()))
            .isPresent();
  }

  private boolean isAfterCommit(Instant moment) {
    return !moment.isBefore(committed());
  }

  /**
   * All is synced to the commit or a later one, and yet the value is another: somebody has put it
   * back, or on, in Git.
   */
  private Optional<Progress> takenBack(Application target) {
    List<Shown> shown = shown(target);
    boolean isOther = shown.contains(Shown.BEFORE) || shown.contains(Shown.OTHER);
    boolean ownSynced =
        arrival(target) == Arrival.ARRIVED && target.sync() == SyncStatus.SYNCED && isIdle(target);
    boolean parentSynced =
        arrival(target) == Arrival.NOT_FOLLOWED
            && arrivalOfParent() == Arrival.ARRIVED
            && seen.parent()
                .filter(parent -> parent.sync() == SyncStatus.SYNCED && isIdle(parent))
                .isPresent();
    boolean settled =
        promotion.state() == PromotionState.SYNCING && isOver(promotion.since(), limits.settling());
    return isOther && settled && (ownSynced || parentSynced)
        ? Optional.of(Progress.failed("taken-back", target.key().name()))
        : Optional.empty();
  }

  private static boolean isIdle(Application application) {
    return !RUNNING.contains(application.operationPhase());
  }

  private Optional<Progress> degraded(Application target) {
    if (target.health() != HealthStatus.DEGRADED || !isArrived(target)) {
      return Optional.empty();
    }
    Instant since =
        Stream.concat(Stream.of(promotion.since()), target.healthSince().stream())
            .max(Instant::compareTo)
            .orElseThrow();
    return isOver(since, limits.degraded())
        ? Optional.of(Progress.failed("degraded", target.key().name()))
        : Optional.empty();
  }

  private Optional<Progress> timedOut(Application target) {
    if (!isOver(committed(), limits.whole())) {
      return Optional.empty();
    }
    String minutes = Long.toString(limits.whole().toMinutes());
    String name = target.key().name();
    return Optional.of(
        isSeen(target)
            ? Progress.failed(
                "not-healthy", name, minutes, target.sync().word(), target.health().word())
            : Progress.failed("not-seen", name, minutes));
  }
}
