package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import java.time.Duration;
import java.util.List;

/** The section {@code promotion}; what it does not say is as by default. */
final class PromotionDocument {

  private static final PromotionRules DEFAULT = PromotionRules.DEFAULT;

  private PromotionDocument() {}

  static PromotionRules read(Part part) {
    PromotionRules rules =
        new PromotionRules(
            part.flag("enabled", DEFAULT.enabled()),
            part.objects("environments", PromotionDocument::environment),
            part.texts("freezers"),
            part.flag("auditRequired", DEFAULT.auditRequired()),
            part.number("retentionDays").orElse(DEFAULT.retentionDays()));
    part.refuseOthers();
    return rules;
  }

  private static EnvironmentRule environment(Part part) {
    ApprovalRule otherwise = ApprovalRule.DEFAULT;
    EnvironmentRule rule =
        new EnvironmentRule(
            part.required("environment", "name the environment, or * for all others"),
            new ApprovalRule(
                part.number("approvals").orElse(otherwise.approvals()),
                part.texts("groups"),
                part.texts("roles"),
                part.flag("fourEyes", otherwise.fourEyes()),
                part.number("expiryHours").map(Duration::ofHours).orElse(otherwise.expiry()),
                part.flag("confirmIdentity", otherwise.confirmIdentity())),
            part.number("soakMinutes")
                .map(Duration::ofMinutes)
                .orElse(EnvironmentRule.DEFAULT.soak()));
    part.refuseOthers();
    return rule;
  }

  static ObjectNode write(PromotionRules rules) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("enabled", rules.enabled());
    ArrayNode environments = node.putArray("environments");
    for (EnvironmentRule rule : rules.environments()) {
      ApprovalRule approval = rule.approval();
      ObjectNode each = environments.addObject().put("environment", rule.environment());
      each.put("approvals", approval.approvals());
      texts(each, "groups", approval.groups());
      texts(each, "roles", approval.roles());
      each.put("fourEyes", approval.fourEyes());
      each.put("expiryHours", approval.expiry().toHours());
      each.put("confirmIdentity", approval.confirmIdentity());
      each.put("soakMinutes", rule.soak().toMinutes());
    }
    texts(node, "freezers", rules.freezers());
    node.put("auditRequired", rules.auditRequired());
    node.put("retentionDays", rules.retentionDays());
    return node;
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }
}
