package io.appofapps.confluence.promotion.rules;

import java.util.List;
import java.util.Optional;

/**
 * What an administrator decides about promotions.
 *
 * @param enabled whether there are promotions at all
 * @param environments what each environment asks for, each at most once
 * @param freezers names of Confluence groups whose members may freeze and lift besides those whom
 *     Argo CD lets sync
 * @param auditRequired whether nothing is promoted while Confluence's audit log does not take it
 * @param retentionDays for how many days the record is kept, 0 for ever
 * @param notices whether people are told by e-mail and in Confluence what waits for them and what
 *     has become of their requests
 * @param webhook another system that is told of every row of the log
 */
public record PromotionRules(
    boolean enabled,
    List<EnvironmentRule> environments,
    List<String> freezers,
    boolean auditRequired,
    int retentionDays,
    boolean notices,
    Optional<Webhook> webhook) {

  /** What holds before anybody has decided anything: there are none. */
  public static final PromotionRules DEFAULT =
      new PromotionRules(false, List.of(), List.of(), false, 0, true, Optional.empty());

  public PromotionRules {
    environments = List.copyOf(environments);
    freezers = List.copyOf(freezers);
  }

  /** The rule of that environment: its own, else that of all others, else the default. */
  public EnvironmentRule rule(String environment) {
    return named(environment)
        .or(() -> named(EnvironmentRule.ALL_OTHERS))
        .orElse(EnvironmentRule.DEFAULT);
  }

  private Optional<EnvironmentRule> named(String environment) {
    return environments.stream().filter(each -> each.environment().equals(environment)).findFirst();
  }
}
