package io.appofapps.confluence.promotion.approval;

import io.appofapps.confluence.promotion.Person;
import java.time.Duration;
import java.util.List;

/**
 * What an environment asks for before a version may come into it.
 *
 * @param approvals how many people must agree; with 0 a request is approved at once
 * @param groups names of Confluence groups whose members may approve
 * @param roles roles in Argo CD that may approve: the name of a role of the target's AppProject, or
 *     a global one written {@code role:name}. Without groups and roles, those may approve whom Argo
 *     CD lets sync the target
 * @param fourEyes whether the approval of the person who asked does not count
 * @param expiry how long after the request a change may still be made
 * @param confirmIdentity whether an approver has to show again who they are
 */
public record ApprovalRule(
    int approvals,
    List<String> groups,
    List<String> roles,
    boolean fourEyes,
    Duration expiry,
    boolean confirmIdentity) {

  /** What holds where the administrator has not decided: one more person, within three days. */
  public static final ApprovalRule DEFAULT =
      new ApprovalRule(1, List.of(), List.of(), true, Duration.ofDays(3), false);

  public ApprovalRule {
    groups = List.copyOf(groups);
    roles = List.copyOf(roles);
  }

  /**
   * What holds when that person asks. What a copilot asks for in somebody's name always waits for a
   * person, who may be the same one where nobody else is asked for.
   */
  public ApprovalRule askedBy(Person by) {
    return approvals > 0 || by.agent().isEmpty() ? this : waitingForAPerson();
  }

  private ApprovalRule waitingForAPerson() {
    return new ApprovalRule(1, groups, roles, false, expiry, confirmIdentity);
  }

  /** Whether the rule lets that person approve at all. */
  boolean entitles(Standing standing) {
    if (!standing.active()) {
      return false;
    }
    if (groups.isEmpty() && roles.isEmpty()) {
      return standing.maySync();
    }
    return groups.stream().anyMatch(standing.groups()::contains)
        || roles.stream().anyMatch(standing.roles()::contains);
  }
}
