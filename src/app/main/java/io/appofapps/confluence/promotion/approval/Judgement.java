package io.appofapps.confluence.promotion.approval;

import io.appofapps.confluence.promotion.Vote;
import java.time.Instant;
import java.util.List;

/**
 * How a request stands with those who must agree.
 *
 * @param needed how many approvals the rule asks for
 * @param votes every vote with what it weighs, in the order they came
 * @param expires from when on it is too late
 * @param expired whether it is
 */
public record Judgement(int needed, List<Weighed> votes, Instant expires, boolean expired) {

  /** One vote and what it weighs. */
  public record Weighed(Vote vote, Weight weight) {

    public boolean counts() {
      return weight == Weight.COUNTS;
    }
  }

  public Judgement {
    votes = List.copyOf(votes);
  }

  /** How many approvals count. */
  public int given() {
    return (int) votes.stream().filter(each -> each.counts() && each.vote().approves()).count();
  }

  /** How many approvals are still missing. */
  public int missing() {
    return Math.max(0, needed - given());
  }

  /** Whether somebody who may has said no. */
  public boolean rejected() {
    return votes.stream().anyMatch(each -> each.counts() && !each.vote().approves());
  }

  /** Whether the change may be made as far as people are concerned. */
  public boolean approved() {
    return missing() == 0 && !rejected() && !expired;
  }

  /** Those votes that count. */
  public List<Vote> counting() {
    return votes.stream().filter(Weighed::counts).map(Weighed::vote).toList();
  }
}
