package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.promotion.Sayings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What plans, promotions and freezes have in common, as JSON in the language of whoever asks. */
@Named
public class PromotionParts {

  private final Sayings sayings;

  @Inject
  public PromotionParts(Texts texts) {
    this.sayings = new Sayings(texts);
  }

  /** Null when they may. */
  String whyNot(Ability ability) {
    return sayings.whyNot(ability);
  }

  /** {@code {"code", "reason"}}. */
  Map<String, Object> of(Blocker blocker) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", blocker.code());
    json.put("reason", sayings.of(blocker));
    return json;
  }

  Map<String, Object> of(Gate gate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", gate.name());
    json.put("open", gate.open());
    json.put("reason", sayings.of(gate));
    json.put("nextOpening", gate.nextOpening().map(Object::toString).orElse(null));
    return json;
  }

  /**
   * {@code {"key", "name", "agent"}}: the copilot that acted in the person's name, null when it was
   * the person. Groups are nobody's business but the record's.
   */
  static Map<String, Object> of(Person person) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", person.key());
    json.put("name", person.name());
    json.put("agent", person.agent().isEmpty() ? null : person.agent());
    return json;
  }

  /**
   * @param groups names of the groups whose members may approve
   */
  static Map<String, Object> of(ApprovalRule rule, List<String> groups) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("needed", rule.approvals());
    json.put("groups", groups);
    json.put("roles", rule.roles());
    json.put("fourEyes", rule.fourEyes());
    json.put("expiryHours", rule.expiry().toHours());
    json.put("confirmIdentity", rule.confirmIdentity());
    return json;
  }
}
