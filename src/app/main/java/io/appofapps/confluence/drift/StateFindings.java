package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Condition;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Hydration;
import io.appofapps.confluence.application.SetCondition;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.tree.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an Application's or ApplicationSet's own status complains of. */
final class StateFindings {

  private static final int LONGEST = 300;
  private static final int MOST_SAID = 3;

  private final DriftRules rules;

  StateFindings(DriftRules rules) {
    this.rules = rules;
  }

  void find(Subject subject, Consumer<Candidate> found) {
    health(subject, found);
    conditions(subject, found);
    operation(subject, found);
    subject.app().details().hydration().ifPresent(each -> hydration(subject, each, found));
  }

  private void health(Subject subject, Consumer<Candidate> found) {
    Application app = subject.app();
    HealthStatus health = app.health();
    boolean nothingKnown = health == HealthStatus.UNKNOWN && app.sync() == SyncStatus.UNKNOWN;
    if (nothingKnown || !HealthStatus.PROGRESSING.equals(health) && !isBad(health)) {
      return;
    }
    Finding finding =
        subject.finding(
            FindingKind.HEALTH,
            health == HealthStatus.DEGRADED ? Severity.ERROR : Severity.WARNING,
            app.healthSince().map(Since::exactly),
            Sentence.of(isBad(health) ? "health" : "health.slow", subject.name(), health.word()),
            unwell(app));
    found.accept(isBad(health) ? Candidate.now(finding) : Candidate.after(rules.slow(), finding));
  }

  private static boolean isBad(HealthStatus health) {
    return health == HealthStatus.DEGRADED
        || health == HealthStatus.MISSING
        || health == HealthStatus.UNKNOWN;
  }

  private static List<Sentence> unwell(Application app) {
    return app.details().affected().stream()
        .filter(each -> each.health().filter(health -> health != HealthStatus.HEALTHY).isPresent())
        .limit(MOST_SAID)
        .map(StateFindings::unwell)
        .toList();
  }

  private static Sentence unwell(AffectedResource each) {
    String name = each.namespace().isEmpty() ? each.name() : each.namespace() + "/" + each.name();
    return Sentence.of(
        "say.resource.health", each.kind(), name, each.health().map(HealthStatus::word).orElse(""));
  }

  private static void conditions(Subject subject, Consumer<Candidate> found) {
    for (Condition condition : subject.app().conditions()) {
      boolean error = condition.type().endsWith("Error");
      if (error || condition.type().endsWith("Warning")) {
        found.accept(
            Candidate.now(
                subject.finding(
                    error ? FindingKind.ERROR : FindingKind.WARNING,
                    error ? Severity.ERROR : Severity.WARNING,
                    condition.since().map(Since::exactly),
                    Sentence.of(error ? "error" : "warning", subject.name(), condition.type()),
                    message(condition.message()))));
      }
    }
  }

  /** Unless a condition says it already. Running with an end means waiting for a retry. */
  private static void operation(Subject subject, Consumer<Candidate> found) {
    Application app = subject.app();
    boolean said = app.conditions().stream().anyMatch(each -> each.type().equals("SyncError"));
    String phase = app.operationPhase();
    boolean failed = phase.equals("Failed") || phase.equals("Error");
    boolean retrying = phase.equals("Running") && app.details().operationFinishedAt().isPresent();
    if (said || !failed && !retrying) {
      return;
    }
    List<Sentence> evidence = new ArrayList<>(message(app.operationMessage()));
    if (app.details().retries() > 0) {
      evidence.add(Sentence.of("say.retries", app.details().retries()));
    }
    found.accept(
        Candidate.now(
            subject.finding(
                FindingKind.ERROR,
                failed ? Severity.ERROR : Severity.WARNING,
                app.details()
                    .operationFinishedAt()
                    .or(app.details()::operationStartedAt)
                    .map(Since::exactly),
                Sentence.of(failed ? "error.sync" : "error.retrying", subject.name()),
                evidence)));
  }

  private void hydration(Subject subject, Hydration hydration, Consumer<Candidate> found) {
    boolean failed = hydration.phase().equals("Failed");
    boolean behind =
        !hydration.drySha().isEmpty() && !hydration.drySha().equals(hydration.hydratedSha());
    if (failed || behind) {
      Finding finding =
          subject.finding(
              FindingKind.HYDRATION,
              Severity.WARNING,
              hydration.startedAt().map(Since::exactly),
              Sentence.of(failed ? "hydration" : "hydration.behind", subject.name()),
              message(hydration.message()));
      found.accept(failed ? Candidate.now(finding) : Candidate.after(rules.grace(), finding));
    }
  }

  void find(
      NodeId id, ApplicationSet set, Optional<String> environment, Consumer<Candidate> found) {
    for (SetCondition condition : set.conditions()) {
      boolean error = condition.type().equals("ErrorOccurred") && condition.holds();
      boolean behind = condition.type().equals("ResourcesUpToDate") && !condition.holds();
      if (error || behind) {
        found.accept(
            Candidate.after(
                error ? Duration.ZERO : rules.grace(),
                new Finding(
                    FindingKind.APPLICATION_SET,
                    Severity.ERROR,
                    id,
                    environment,
                    condition.since().map(Since::exactly),
                    Sentence.of(
                        error ? "application-set" : "application-set.behind", set.key().name()),
                    message(condition.message()))));
      }
    }
    if (set.resourcesCount() > set.listed() && set.listed() > 0) {
      found.accept(
          Candidate.now(
              new Finding(
                  FindingKind.APPLICATION_SET,
                  Severity.WARNING,
                  id,
                  environment,
                  Optional.empty(),
                  Sentence.of("application-set.cut", set.key().name()),
                  List.of(Sentence.of("say.listed", set.listed(), set.resourcesCount())))));
    }
  }

  private static List<Sentence> message(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return List.of();
    }
    return List.of(Sentence.of("say.message", cut(line)));
  }

  private static String cut(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    boolean inPair = Character.isHighSurrogate(line.charAt(LONGEST - 1));
    return line.substring(0, inPair ? LONGEST - 1 : LONGEST) + "…";
  }
}
