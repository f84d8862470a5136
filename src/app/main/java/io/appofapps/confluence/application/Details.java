package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What only a closer look at an Application asks for: why it stands as it does, and since when. All
 * lists are short; what did not fit is counted.
 *
 * @param prune spec.syncPolicy.automated.prune
 * @param selfHeal spec.syncPolicy.automated.selfHeal
 * @param comparedToOther whether status.sync.comparedTo names other sources or another destination
 *     than the spec does: the status is older than the spec
 * @param affected entries of status.resources that are not as Git has them or not well, in their
 *     order; children are not among them, they have entries of their own
 * @param moreAffected how many more there are
 * @param ignored spec.ignoreDifferences
 * @param moreIgnored how many more of them there are
 * @param hydration the last operation of the source hydrator, empty without one
 * @param deployedAt moment of the last entry of status.history
 * @param operationStartedAt status.operationState.startedAt
 * @param operationFinishedAt status.operationState.finishedAt; with phase Running it means that a
 *     retry is waited for
 * @param retries status.operationState.retryCount
 * @param syncSince since when the sync status is what it is, as far as this app has seen
 * @param deployments the last entries of status.history, newest first, at most {@link
 *     Deployment#MOST}
 */
public record Details(
    boolean prune,
    boolean selfHeal,
    boolean comparedToOther,
    List<AffectedResource> affected,
    int moreAffected,
    List<IgnoredDifference> ignored,
    int moreIgnored,
    Optional<Hydration> hydration,
    Optional<Instant> deployedAt,
    Optional<Instant> operationStartedAt,
    Optional<Instant> operationFinishedAt,
    int retries,
    Optional<Since> syncSince,
    List<Deployment> deployments) {

  /** How many entries of a list are kept. */
  public static final int MOST = 20;

  /** Nothing known. */
  public static final Details NONE =
      new Details(
          false,
          false,
          false,
          List.of(),
          0,
          List.of(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          List.of());

  public Details {
    affected = List.copyOf(affected);
    ignored = List.copyOf(ignored);
    deployments = List.copyOf(deployments);
  }

  /** The same with another word on since when the sync status holds. */
  public Details withSyncSince(Optional<Since> since) {
    return new Details(
        prune,
        selfHeal,
        comparedToOther,
        affected,
        moreAffected,
        ignored,
        moreIgnored,
        hydration,
        deployedAt,
        operationStartedAt,
        operationFinishedAt,
        retries,
        since,
        deployments);
  }
}
