package io.appofapps.confluence.promotion.rules;

import io.appofapps.confluence.promotion.approval.ApprovalRule;
import java.time.Duration;

/**
 * What is asked before a version may come into an environment.
 *
 * @param environment name of the environment, {@code *} for all without a rule of their own
 * @param approval who must agree
 * @param soak how long the source must have run the version, whole minutes
 */
public record EnvironmentRule(String environment, ApprovalRule approval, Duration soak) {

  /** The name that stands for all environments without a rule of their own. */
  public static final String ALL_OTHERS = "*";

  /** What holds where nothing is said. */
  public static final EnvironmentRule DEFAULT =
      new EnvironmentRule(ALL_OTHERS, ApprovalRule.DEFAULT, Duration.ZERO);
}
