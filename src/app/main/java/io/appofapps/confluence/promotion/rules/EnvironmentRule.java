package io.appofapps.confluence.promotion.rules;

import io.appofapps.confluence.promotion.approval.ApprovalRule;
import java.time.Duration;

/**
 * What is asked before a version may come into an environment.
 *
 * @param environment name of the environment, {@code *} for all without a rule of their own
 * @param approval who must agree
 * @param soak how long the source must have run the version, whole minutes
 * @param timeout how long after its commit the target may take to be Synced and Healthy with it,
 *     whole minutes
 */
public record EnvironmentRule(
    String environment, ApprovalRule approval, Duration soak, Duration timeout) {

  /** What holds where the administrator has not decided. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

  /** The name that stands for all environments without a rule of their own. */
  public static final String ALL_OTHERS = "*";

  /** What holds where nothing is said. */
  public static final EnvironmentRule DEFAULT =
      new EnvironmentRule(ALL_OTHERS, ApprovalRule.DEFAULT, Duration.ZERO, DEFAULT_TIMEOUT);

  /** One with the default timeout. */
  public EnvironmentRule(String environment, ApprovalRule approval, Duration soak) {
    this(environment, approval, soak, DEFAULT_TIMEOUT);
  }
}
