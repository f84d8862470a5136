package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.SyncWindow;
import io.appofapps.confluence.promotion.Promotion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds situations for tests: all gates are open, project shop, set webshop. */
final class Situations {

  static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

  private Application source = Apps.app("checkout-staging").build();
  private Application target = Apps.app("checkout-prod").project("shop").build();
  private Optional<Application> parent = Optional.empty();
  private final List<AppProject> projects = new ArrayList<>(List.of(project("shop", List.of())));
  private boolean current = true;
  private Duration soak = Duration.ZERO;
  private final List<Freeze> freezes = new ArrayList<>();
  private final List<Promotion> others = new ArrayList<>();
  private Optional<Promotion> self = Optional.empty();
  private boolean back;

  static AppProject project(String name, List<SyncWindow> windows) {
    return project("argocd", name, Optional.of(windows));
  }

  static AppProject project(String namespace, String name, Optional<List<SyncWindow>> windows) {
    return new AppProject(
        new ApplicationKey("default", namespace, name), "", Map.of(), List.of(), windows);
  }

  static Apps deployed(String name, Instant at) {
    Details none = Details.NONE;
    return Apps.app(name)
        .details(
            new Details(
                none.prune(),
                none.selfHeal(),
                none.comparedToOther(),
                none.affected(),
                none.moreAffected(),
                none.ignored(),
                none.moreIgnored(),
                none.hydration(),
                Optional.of(at),
                none.operationStartedAt(),
                none.operationFinishedAt(),
                none.retries(),
                none.syncSince(),
                none.deployments()));
  }

  Situations source(Apps app) {
    source = app.build();
    return this;
  }

  Situations target(Apps app) {
    target = app.project("shop").build();
    return this;
  }

  Situations parent(Apps app) {
    parent = Optional.of(app.build());
    return this;
  }

  Situations windows(SyncWindow... windows) {
    return onlyProjects(project("shop", List.of(windows)));
  }

  Situations onlyProjects(AppProject... all) {
    projects.clear();
    projects.addAll(List.of(all));
    return this;
  }

  Situations alsoProject(AppProject project) {
    projects.add(project);
    return this;
  }

  Situations old() {
    current = false;
    return this;
  }

  Situations soak(Duration time) {
    soak = time;
    return this;
  }

  Situations freeze(Freeze freeze) {
    freezes.add(freeze);
    return this;
  }

  Situations other(Promotion promotion) {
    others.add(promotion);
    return this;
  }

  Situations self(Promotion promotion) {
    self = Optional.of(promotion);
    return this;
  }

  Situations back() {
    back = true;
    return this;
  }

  Situation build() {
    return new Situation(
        "webshop", source, target, parent, projects, current, soak, freezes, others, self, back);
  }

  /** The gate of that name as it stands. */
  Gate gate(String name) {
    return Gates.judge(build(), NOW).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
