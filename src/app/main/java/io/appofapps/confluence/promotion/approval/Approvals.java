package io.appofapps.confluence.promotion.approval;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.Vote;
import io.appofapps.confluence.promotion.approval.Judgement.Weighed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Weighs votes by the rights of this moment: an approval given with a right that is gone is worth
 * nothing when the change is made.
 */
public final class Approvals {

  private Approvals() {}

  /**
   * How a request stands.
   *
   * @param votes oldest first; of several of one person the last one is theirs
   * @param standing what each person is now
   */
  public static Judgement judge(
      ApprovalRule rule,
      Request request,
      List<Vote> votes,
      Instant now,
      Function<Person, Standing> standing) {
    List<Weighed> weighed = new ArrayList<>();
    Set<String> later = new HashSet<>();
    for (int i = votes.size() - 1; i >= 0; i--) {
      Vote vote = votes.get(i);
      boolean last = later.add(vote.by().key());
      Weight weight =
          last ? weight(rule, request, vote, standing.apply(vote.by())) : Weight.REPLACED;
      weighed.add(0, new Weighed(vote, weight));
    }
    Instant expires = request.at().plus(rule.expiry());
    return new Judgement(
        rule.askedBy(request.by()).approvals(), weighed, expires, !now.isBefore(expires));
  }

  /**
   * What a vote would weigh if that person gave it now; only {@link Weight#COUNTS} is worth taking.
   * A copilot cannot approve, in whosever name.
   */
  public static Weight weight(ApprovalRule given, Request request, Vote vote, Standing standing) {
    ApprovalRule rule = given.askedBy(request.by());
    if (!vote.digest().equals(request.digest())) {
      return Weight.OTHER_PLAN;
    }
    boolean own = vote.by().key().equals(request.by().key());
    if (own && vote.approves() && rule.fourEyes()) {
      return Weight.REQUESTER;
    }
    if (!standing.active() || vote.by().key().isEmpty()) {
      return Weight.GONE;
    }
    boolean byPerson = !vote.approves() || vote.by().agent().isEmpty();
    return byPerson && rule.entitles(standing) ? Weight.COUNTS : Weight.NOT_ENTITLED;
  }
}
