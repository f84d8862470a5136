package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.promotion.rules.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The section {@code promotion}; what it does not say is as by default. */
final class PromotionDocument {

  private static final PromotionRules DEFAULT = PromotionRules.DEFAULT;

  private PromotionDocument() {}

  static PromotionRules read(Part part, SignInReader secrets) {
    PromotionRules rules =
        new PromotionRules(
            part.flag("enabled", DEFAULT.enabled()),
            part.objects("environments", PromotionDocument::environment),
            part.texts("freezers"),
            part.flag("auditRequired", DEFAULT.auditRequired()),
            part.number("retentionDays").orElse(DEFAULT.retentionDays()),
            part.flag("notices", DEFAULT.notices()),
            part.has("webhook")
                ? Optional.of(webhook(part.object("webhook"), secrets))
                : Optional.empty());
    part.refuseOthers();
    return rules;
  }

  private static Webhook webhook(Part part, SignInReader secrets) {
    Webhook webhook =
        new Webhook(
            part.required("url", "name the https address that the log is sent to"),
            part.word("format", Webhook.Format.class, Optional.of(Webhook.Format.CD_EVENTS)),
            secrets.ofWebhook(part).name());
    part.refuseOthers();
    return webhook;
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
                .orElse(EnvironmentRule.DEFAULT.soak()),
            part.number("timeoutMinutes")
                .map(Duration::ofMinutes)
                .orElse(EnvironmentRule.DEFAULT_TIMEOUT));
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
      each.put("timeoutMinutes", rule.timeout().toMinutes());
    }
    texts(node, "freezers", rules.freezers());
    node.put("auditRequired", rules.auditRequired());
    node.put("retentionDays", rules.retentionDays());
    node.put("notices", rules.notices());
    rules
        .webhook()
        .ifPresent(
            webhook ->
                node.putObject("webhook")
                    .put("url", webhook.url())
                    .put("format", Words.of(webhook.format()))
                    .putObject("secret")
                    .put("secret", webhook.secret()));
    return node;
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }
}
