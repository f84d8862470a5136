package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.Since;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What will be a finding once it is old enough.
 *
 * @param finding as it begins
 * @param after age from which it counts; one of unknown age counts at once
 * @param errorAfter age from which it is an error
 */
record Candidate(Finding finding, Duration after, Optional<Duration> errorAfter) {

  static Candidate now(Finding finding) {
    return new Candidate(finding, Duration.ZERO, Optional.empty());
  }

  static Candidate after(Duration age, Finding finding) {
    return new Candidate(finding, age, Optional.empty());
  }

  /** The finding at that moment, empty while it is too young. */
  Optional<Finding> at(Instant now, Duration limit) {
    if (finding.since().isEmpty()) {
      return Optional.of(finding);
    }
    Duration age = Duration.between(finding.since().map(Since::moment).get(), now);
    if (age.compareTo(after) < 0) {
      return Optional.empty();
    }
    boolean error = errorAfter.filter(limited -> age.compareTo(limited) >= 0).isPresent();
    boolean old = !limit.isZero() && age.compareTo(limit) >= 0;
    if (error) {
      return Optional.of(finding.with(Severity.ERROR));
    }
    return Optional.of(old ? finding.raised() : finding);
  }
}
