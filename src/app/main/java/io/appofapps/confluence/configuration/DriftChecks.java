package io.appofapps.confluence.configuration;

import io.appofapps.confluence.drift.DriftRules;
import java.time.Duration;

/** The rules of the rules on drift. */
final class DriftChecks {

  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration A_YEAR = Duration.ofDays(365);

  private DriftChecks() {}

  static void check(DriftRules drift, Findings findings) {
    within("graceMinutes", drift.grace(), A_WEEK, findings);
    within("slowMinutes", drift.slow(), A_WEEK, findings);
    within("staleMinutes", drift.stale(), A_WEEK, findings);
    within("limitMinutes", drift.limit(), A_YEAR, findings);
  }

  private static void within(String field, Duration time, Duration most, Findings findings) {
    findings.unless(
        !time.isNegative() && time.compareTo(most) <= 0,
        field,
        "must be from 0 to " + most.toMinutes());
  }
}
