package io.appofapps.confluence.configuration;

import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.Rule;
import io.appofapps.confluence.environment.ServiceRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of the rules that tell environments and services. */
final class RuleChecks {

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PATTERN = 255;
  private static final String ANSWER = "{}";

  private RuleChecks() {}

  static void check(EnvironmentRules environments, ServiceRules services, Findings findings) {
    findings.atMost("environments.order", environments.order().size(), MOST);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < environments.order().size(); i++) {
      String at = "environments.order[" + i + "]";
      findings.line(at, environments.order().get(i), LONGEST_NAME);
      findings.unless(seen.add(environments.order().get(i)), at, "is there twice: remove one");
    }
    rules("environments.rules", environments.rules(), findings);
    rules("services.rules", services.rules(), findings);
  }

  private static void rules(String field, List<Rule> rules, Findings findings) {
    findings.atMost(field, rules.size(), MOST);
    for (int i = 0; i < rules.size(); i++) {
      rule(field + "[" + i + "].", rules.get(i), findings);
    }
  }

  private static void rule(String at, Rule rule, Findings findings) {
    boolean keyed = rule.kind() == Rule.Kind.LABEL || rule.kind() == Rule.Kind.ANNOTATION;
    findings.unless(
        keyed == !rule.key().isBlank(),
        at + "key",
        keyed
            ? "is missing: name the label or annotation"
            : "is for labels and annotations only: leave it out");
    findings.optionalLine(at + "key", rule.key(), LONGEST_PATTERN);
    findings.optionalLine(at + "pattern", rule.pattern(), LONGEST_PATTERN);
    findings.optionalLine(at + "value", rule.value(), LONGEST_NAME);
    int answer = rule.pattern().indexOf(ANSWER);
    findings.unless(
        answer < 0 || rule.pattern().indexOf(ANSWER, answer + 1) < 0,
        at + "pattern",
        "has {} more than once: only one part can be the answer");
    findings.unless(
        rule.pattern().isEmpty() || answer >= 0 || !rule.value().isBlank(),
        at + "value",
        "is missing: write the answer, or put {} into the pattern where the answer stands");
  }
}
