package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.gate.Gate;
import java.util.List;

/**
 * What can be said of a promotion before anybody has looked into Git: made from memory and rows.
 *
 * @param source the service's Application where the version would come from
 * @param target the service's Application where it would go to
 * @param gates how each stands now
 * @param rule who must agree
 * @param approvers names of the groups whose members may approve, sorted, may be empty when nobody
 *     can
 * @param request whether the person may ask for it; whether there is anything to promote and where
 *     it would be written is not part of that
 */
public record Outlook(
    ApplicationKey source,
    ApplicationKey target,
    List<Gate> gates,
    ApprovalRule rule,
    List<String> approvers,
    Ability request) {

  public Outlook {
    gates = List.copyOf(gates);
    approvers = List.copyOf(approvers);
  }
}
