package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.Since;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether what Argo CD says may be old. That depends on moments which change without a new
 * revision, so it is asked at every look.
 */
final class StaleFindings {

  private static final String REFRESH = "argocd.argoproj.io/refresh";

  private final DriftRules rules;
  private final Comparisons comparisons;

  StaleFindings(DriftRules rules, Comparisons comparisons) {
    this.rules = rules;
    this.comparisons = comparisons;
  }

  void find(Subject subject, Consumer<Finding> found) {
    Optional<Instant> compared = comparisons.comparedAt(subject.app().key());
    Optional<Instant> seen = comparisons.seenAt(subject.app().key().connection());
    if (compared.isEmpty() || seen.isEmpty()) {
      return;
    }
    // against the moment the cluster was last seen: a lost connection is not Argo CD's fault
    Duration age = Duration.between(compared.get(), seen.get());
    boolean waiting = age.compareTo(rules.grace()) >= 0;
    boolean old = !rules.stale().isZero() && age.compareTo(rules.stale()) >= 0;
    if (waiting && subject.app().details().comparedToOther()) {
      found.accept(finding(subject, compared.get(), Sentence.of("say.compared-to-other")));
    } else if (waiting && subject.app().annotations().containsKey(REFRESH)) {
      found.accept(finding(subject, compared.get(), Sentence.of("say.refresh-pending")));
    } else if (old) {
      found.accept(
          finding(
              subject,
              compared.get(),
              Sentence.of("say.not-compared", Math.toIntExact(age.toMinutes()))));
    }
  }

  private static Finding finding(Subject subject, Instant since, Sentence why) {
    return subject.finding(
        FindingKind.STALE_STATUS,
        Severity.WARNING,
        Optional.of(Since.exactly(since)),
        Sentence.of("stale-status", subject.name()),
        why);
  }
}
