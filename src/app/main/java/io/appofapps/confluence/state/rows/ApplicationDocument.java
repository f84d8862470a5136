package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Condition;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.InfoItem;
import io.appofapps.confluence.application.OwnerReference;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.application.SyncStatus;

/** An Application as a row's document; writing and reading give back an equal one. */
final class ApplicationDocument {

  private ApplicationDocument() {}

  static Document write(Application application) {
    Document document = Document.empty();
    document
        .put("uid", application.uid())
        .put("project", application.project())
        .put("sources", application.sources(), ApplicationDocument::write)
        .put("server", application.destination().server())
        .put("cluster", application.destination().name())
        .put("namespace", application.destination().namespace())
        .put("automated", application.automated())
        .put("sync", application.sync().word())
        .put("revisions", application.revisions())
        .put("health", application.health().word())
        .put("healthSince", application.healthSince())
        .put("phase", application.operationPhase())
        .put("message", application.operationMessage())
        .put("children", application.children(), ApplicationDocument::write)
        .put("total", application.resources().total())
        .put("outOfSync", application.resources().outOfSync())
        .put("prune", application.resources().requiresPruning())
        .put("trackingId", application.trackingId())
        .put("owner", application.owner().stream().toList(), ApplicationDocument::write)
        .put("labels", application.labels())
        .put("annotations", application.annotations())
        .put("info", application.info(), ApplicationDocument::write)
        .put("images", application.images())
        .put("urls", application.externalUrls())
        .put("conditions", application.conditions(), ApplicationDocument::write)
        .put("reconciled", application.reconciledAt())
        .put("created", application.createdAt())
        .put("deleted", application.deletedAt())
        .put("problems", application.problems());
    DetailsDocument.write(document, application.details());
    return document;
  }

  static Application read(ApplicationKey key, Document document) {
    return new Application(
        key,
        document.text("uid"),
        document.text("project"),
        document.list("sources", ApplicationDocument::source),
        new Destination(
            document.text("server"), document.text("cluster"), document.text("namespace")),
        document.flag("automated"),
        SyncStatus.of(document.text("sync")),
        document.texts("revisions"),
        HealthStatus.of(document.text("health")),
        document.moment("healthSince"),
        document.text("phase"),
        document.text("message"),
        document.list("children", ApplicationDocument::child),
        new ResourceCounts(
            document.number("total"), document.number("outOfSync"), document.number("prune")),
        document.text("trackingId"),
        document.list("owner", ApplicationDocument::owner).stream().findFirst(),
        document.entries("labels"),
        document.entries("annotations"),
        document.list("info", item -> new InfoItem(item.text("name"), item.text("value"))),
        document.texts("images"),
        document.texts("urls"),
        document.list("conditions", ApplicationDocument::condition),
        document.moment("reconciled"),
        document.moment("created"),
        document.moment("deleted"),
        document.texts("problems"),
        DetailsDocument.read(document));
  }

  private static void write(Document document, Source source) {
    document
        .put("repo", source.repoUrl())
        .put("path", source.path())
        .put("chart", source.chart())
        .put("target", source.targetRevision())
        .put("values", source.valueFiles());
  }

  private static Source source(Document document) {
    return new Source(
        document.text("repo"),
        document.text("path"),
        document.text("chart"),
        document.text("target"),
        document.texts("values"));
  }

  private static void write(Document document, ChildReference child) {
    document
        .put("set", child.kind() == ChildReference.Kind.APPLICATION_SET)
        .put("namespace", child.namespace())
        .put("name", child.name())
        .put("sync", child.sync().word())
        .put("prune", child.requiresPruning());
  }

  private static ChildReference child(Document document) {
    return new ChildReference(
        document.flag("set")
            ? ChildReference.Kind.APPLICATION_SET
            : ChildReference.Kind.APPLICATION,
        document.text("namespace"),
        document.text("name"),
        SyncStatus.of(document.text("sync")),
        document.flag("prune"));
  }

  private static void write(Document document, OwnerReference owner) {
    document.put("uid", owner.uid()).put("name", owner.name());
  }

  private static OwnerReference owner(Document document) {
    return new OwnerReference(document.text("uid"), document.text("name"));
  }

  private static void write(Document document, InfoItem item) {
    document.put("name", item.name()).put("value", item.value());
  }

  private static void write(Document document, Condition condition) {
    document
        .put("type", condition.type())
        .put("message", condition.message())
        .put("since", condition.since());
  }

  private static Condition condition(Document document) {
    return new Condition(document.text("type"), document.text("message"), document.moment("since"));
  }
}
