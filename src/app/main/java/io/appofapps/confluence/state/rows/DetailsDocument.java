package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.Deployment;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Hydration;
import io.appofapps.confluence.application.IgnoredDifference;
import io.appofapps.confluence.application.Since;
import java.util.Optional;

/** The details of an Application, in the document of its row; older rows have none. */
final class DetailsDocument {

  private DetailsDocument() {}

  static void write(Document document, Details details) {
    document
        .put("autoPrune", details.prune())
        .put("selfHeal", details.selfHeal())
        .put("comparedToOther", details.comparedToOther())
        .put("affected", details.affected(), DetailsDocument::write)
        .put("moreAffected", details.moreAffected())
        .put("ignored", details.ignored(), DetailsDocument::write)
        .put("moreIgnored", details.moreIgnored())
        .put("hydration", details.hydration().stream().toList(), DetailsDocument::write)
        .put("deployed", details.deployedAt())
        .put("started", details.operationStartedAt())
        .put("finished", details.operationFinishedAt())
        .put("retries", details.retries())
        .put("syncSince", details.syncSince().map(Since::moment))
        .put("syncSinceExact", details.syncSince().filter(Since::exact).isPresent())
        .put("deployments", details.deployments(), DetailsDocument::write);
  }

  static Details read(Document document) {
    return new Details(
        document.flag("autoPrune"),
        document.flag("selfHeal"),
        document.flag("comparedToOther"),
        document.list("affected", DetailsDocument::affected),
        document.number("moreAffected"),
        document.list("ignored", DetailsDocument::ignored),
        document.number("moreIgnored"),
        document.list("hydration", DetailsDocument::hydration).stream().findFirst(),
        document.moment("deployed"),
        document.moment("started"),
        document.moment("finished"),
        document.number("retries"),
        document
            .moment("syncSince")
            .map(moment -> new Since(moment, document.flag("syncSinceExact"))),
        document.list("deployments", DetailsDocument::deployment));
  }

  private static void write(Document document, Deployment deployment) {
    document
        .put("at", Optional.of(deployment.at()))
        .put("revisions", deployment.revisions())
        .put("by", deployment.by())
        .put("automated", deployment.automated());
  }

  private static Deployment deployment(Document document) {
    return new Deployment(
        document.moment("at").orElseThrow(),
        document.texts("revisions"),
        document.text("by"),
        document.flag("automated"));
  }

  private static void write(Document document, AffectedResource resource) {
    document
        .put("group", resource.group())
        .put("kind", resource.kind())
        .put("namespace", resource.namespace())
        .put("name", resource.name())
        .put("outOfSync", resource.outOfSync())
        .put("prune", resource.requiresPruning())
        .put("health", resource.health().map(HealthStatus::word).orElse(""));
  }

  private static AffectedResource affected(Document document) {
    return new AffectedResource(
        document.text("group"),
        document.text("kind"),
        document.text("namespace"),
        document.text("name"),
        document.flag("outOfSync"),
        document.flag("prune"),
        Optional.of(document.text("health")).filter(word -> !word.isEmpty()).map(HealthStatus::of));
  }

  private static void write(Document document, IgnoredDifference rule) {
    document
        .put("group", rule.group())
        .put("kind", rule.kind())
        .put("namespace", rule.namespace())
        .put("name", rule.name())
        .put("fields", rule.fields())
        .put("managers", rule.managers())
        .put("count", rule.fieldCount());
  }

  private static IgnoredDifference ignored(Document document) {
    return new IgnoredDifference(
        document.text("group"),
        document.text("kind"),
        document.text("namespace"),
        document.text("name"),
        document.texts("fields"),
        document.texts("managers"),
        document.number("count"));
  }

  private static void write(Document document, Hydration hydration) {
    document
        .put("phase", hydration.phase())
        .put("message", hydration.message())
        .put("dry", hydration.drySha())
        .put("hydrated", hydration.hydratedSha())
        .put("started", hydration.startedAt());
  }

  private static Hydration hydration(Document document) {
    return new Hydration(
        document.text("phase"),
        document.text("message"),
        document.text("dry"),
        document.text("hydrated"),
        document.moment("started"));
  }
}
