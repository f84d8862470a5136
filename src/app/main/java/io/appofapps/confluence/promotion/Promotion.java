package io.appofapps.confluence.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A promotion as it stands. Immutable; each change gives another one.
 *
 * @param id as {@link Request#id()} gives it, also the trailer {@code Change-id} of its commits
 * @param request what was asked for
 * @param state where it stands
 * @param votes those that count, oldest first
 * @param commits one a repository; empty until pushed
 * @param pullRequest address of the pull request, if one was opened
 * @param reached when each state was last reached
 * @param cause why it is in this state, for people; empty where the state says all
 */
public record Promotion(
    String id,
    Request request,
    PromotionState state,
    List<Vote> votes,
    List<Commit> commits,
    Optional<String> pullRequest,
    Map<PromotionState, Instant> reached,
    String cause) {

  public Promotion {
    votes = List.copyOf(votes);
    commits = List.copyOf(commits);
    EnumMap<PromotionState, Instant> times = new EnumMap<>(PromotionState.class);
    times.putAll(reached);
    reached = Collections.unmodifiableMap(times);
  }

  /** A promotion just requested. */
  public static Promotion requested(Request request) {
    return new Promotion(
        request.id(),
        request,
        PromotionState.REQUESTED,
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(PromotionState.REQUESTED, request.at()),
        "");
  }

  /** When it came into its state. */
  public Instant since() {
    return reached.getOrDefault(state, request.at());
  }

  /**
   * The promotion after an event.
   *
   * @param cause why, may be empty
   * @throws IllegalMoveException when that cannot happen in its state, or nothing is on the branch
   *     that could be rolled back
   */
  public Promotion after(PromotionEvent event, Instant at, String cause)
      throws IllegalMoveException {
    PromotionState next = event.from(state);
    if (event == PromotionEvent.ROLL_BACK && commits.isEmpty()) {
      throw new IllegalMoveException(state, event);
    }
    EnumMap<PromotionState, Instant> times = new EnumMap<>(reached);
    if (next != state) {
      times.put(next, at);
    }
    return new Promotion(id, request, next, votes, commits, pullRequest, times, cause);
  }

  /** With one more vote, which takes the place of an earlier one of the same person. */
  public Promotion with(Vote vote) {
    List<Vote> all = new ArrayList<>(votes);
    all.removeIf(each -> each.by().key().equals(vote.by().key()));
    all.add(vote);
    return new Promotion(id, request, state, all, commits, pullRequest, reached, cause);
  }

  /** With only these votes, such as when one no longer counts. */
  public Promotion withVotes(List<Vote> counting) {
    return new Promotion(id, request, state, counting, commits, pullRequest, reached, cause);
  }

  /** With another cause for the same state. */
  public Promotion withCause(String why) {
    return new Promotion(id, request, state, votes, commits, pullRequest, reached, why);
  }

  public Promotion withCommits(List<Commit> made) {
    return new Promotion(id, request, state, votes, made, pullRequest, reached, cause);
  }

  public Promotion withPullRequest(String address) {
    return new Promotion(id, request, state, votes, commits, Optional.of(address), reached, cause);
  }
}
