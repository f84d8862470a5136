package io.appofapps.confluence.environment;

import java.util.List;

/**
 * How the service of an Application is told: the administrator's rules in their order, then, where
 * wanted, the conventions of the field.
 *
 * @param rules the first that matches wins
 * @param conventions whether the built-in conventions are asked after the rules
 */
public record ServiceRules(List<Rule> rules, boolean conventions) {

  /** The conventions alone. */
  public static final ServiceRules DEFAULT = new ServiceRules(List.of(), true);

  public ServiceRules {
    rules = List.copyOf(rules);
  }
}
