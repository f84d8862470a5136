package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What a promotion would be if it were asked for now.
 *
 * @param plan what would change; it cannot be asked for while that has a blocker
 * @param gates how each stands
 * @param rule who must agree
 * @param approvers names of the groups whose members may approve, whatever the rule names them by;
 *     sorted, may be empty when nobody can
 * @param between commits that the target lacks, where that is known
 * @param request whether the person may ask for it
 */
public record Prospect(
    Plan plan,
    List<Gate> gates,
    ApprovalRule rule,
    List<String> approvers,
    Optional<Commits.Between> between,
    Ability request) {

  public Prospect {
    gates = List.copyOf(gates);
    approvers = List.copyOf(approvers);
  }
}
