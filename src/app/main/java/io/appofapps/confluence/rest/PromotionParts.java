package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What plans, promotions and freezes have in common, as JSON in the language of whoever asks. */
@Named
public class PromotionParts {

  private final Texts texts;

  @Inject
  public PromotionParts(Texts texts) {
    this.texts = texts;
  }

  String sentence(String text, List<String> arguments) {
    return texts.get(text, arguments.toArray(String[]::new));
  }

  /** Null when they may. */
  String whyNot(Ability ability) {
    return ability.whyNot().map(saying -> sentence(saying.text(), saying.arguments())).orElse(null);
  }

  Map<String, Object> of(Gate gate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", gate.name());
    json.put("open", gate.open());
    json.put("reason", sentence(gate.text(), gate.arguments()));
    json.put("nextOpening", gate.nextOpening().map(Object::toString).orElse(null));
    return json;
  }

  static Map<String, Object> of(Move move) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", move.what());
    json.put("before", move.before());
    json.put("after", move.after());
    return json;
  }

  /**
   * {@code {"key", "name", "agent"}}: the copilot that acted in the person's name, null when it was
   * the person. Groups are nobody's business but the record's.
   */
  static Map<String, Object> of(Person person) {
    json.put("agent", person.agent().isEmpty() ? null : person.agent());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", person.key());
    json.put("name", person.name());
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
