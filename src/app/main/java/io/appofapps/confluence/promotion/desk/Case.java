package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.gate.Gate;
import java.util.List;

/**
 * A promotion as one person sees it at one moment. Made from memory and rows: no cluster and no Git
 * repository is asked.
 *
 * @param version of its row; grows with each change
 * @param rule who must agree
 * @param approvers names of the groups whose members may approve, sorted
 * @param judgement how it stands with those who must agree
 * @param gates how each stands now; empty once the change is on the branch or will never be
 * @param approve whether the person may approve it now
 * @param reject whether the person may reject it now
 * @param cancel whether the person may take it back now
 * @param rollBack whether the person may ask for the promotion back
 */
public record Case(
    Promotion promotion,
    long version,
    ApprovalRule rule,
    List<String> approvers,
    Judgement judgement,
    List<Gate> gates,
    Ability approve,
    Ability reject,
    Ability cancel,
    Ability rollBack) {

  public Case {
    approvers = List.copyOf(approvers);
    gates = List.copyOf(gates);
  }
}
