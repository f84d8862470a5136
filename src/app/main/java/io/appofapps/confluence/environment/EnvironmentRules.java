package io.appofapps.confluence.environment;

import java.util.List;

/**
 * How the environment of an Application is told: the administrator's rules in their order, then,
 * where wanted, the conventions of the field.
 *
 * @param order names of environments from first to last; those not named come after them by name
 * @param rules the first that matches wins
 * @param conventions whether the built-in conventions are asked after the rules
 */
public record EnvironmentRules(List<String> order, List<Rule> rules, boolean conventions) {

  /** The conventions alone, dev before test before staging before prod. */
  public static final EnvironmentRules DEFAULT =
      new EnvironmentRules(List.of("dev", "test", "staging", "prod"), List.of(), true);

  public EnvironmentRules {
    order = List.copyOf(order);
    rules = List.copyOf(rules);
  }
}
