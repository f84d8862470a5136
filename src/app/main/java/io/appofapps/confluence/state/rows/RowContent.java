package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SetCondition;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import java.util.Optional;

/**
 * What a row says of a resource besides its identity.
 *
 * @param project name of the AppProject, empty where the kind has none
 * @param sync Argo CD's word, empty where the kind has none
 * @param health Argo CD's word, empty where the kind has none
 * @param document all else
 */
record RowContent(String project, String sync, String health, Document document) {

  /** The content of a resource's row. */
  static RowContent of(Object resource) {
    if (resource instanceof Application application) {
      return new RowContent(
          application.project(),
          application.sync().word(),
          application.health().word(),
          ApplicationDocument.write(application));
    }
    if (resource instanceof ApplicationSet set) {
      return new RowContent("", "", set.health().word(), document(set));
    }
    if (resource instanceof AppProject project) {
      return new RowContent(project.key().name(), "", "", ProjectDocument.write(project));
    }
    if (resource instanceof AccessPolicy policy) {
      return new RowContent("", "", "", document(policy));
    }
    throw new IllegalArgumentException("No row for " + resource.getClass());
  }

  /**
   * The resource of a row as a change.
   *
   * @throws IllegalArgumentException when nobody knows the kind
   */
  static Change<?> read(String kind, ApplicationKey key, Document document) {
    if (ResourceKind.APPLICATION.word().equals(kind)) {
      return new Change.Upsert<>(ResourceKind.APPLICATION, ApplicationDocument.read(key, document));
    }
    if (ResourceKind.APPLICATION_SET.word().equals(kind)) {
      return new Change.Upsert<>(ResourceKind.APPLICATION_SET, applicationSet(key, document));
    }
    if (ResourceKind.APP_PROJECT.word().equals(kind)) {
      return new Change.Upsert<>(ResourceKind.APP_PROJECT, ProjectDocument.read(key, document));
    }
    if (ResourceKind.ACCESS_POLICY.word().equals(kind)) {
      return new Change.Upsert<>(
          ResourceKind.ACCESS_POLICY,
          new AccessPolicy(
              key,
              document.text("csv"),
              document.text("default"),
              document.text("scopes"),
              document.text("matchMode")));
    }
    throw new IllegalArgumentException("Unknown kind of row: " + kind);
  }

  /** The deletion a tombstone stands for; empty for a kind that nobody knows. */
  static Optional<Change<?>> deletion(String kind, ApplicationKey key) {
    return ResourceKind.all().stream()
        .filter(known -> known.word().equals(kind))
        .findFirst()
        .map(known -> new Change.Delete<>(known, key));
  }

  private static Document document(ApplicationSet set) {
    return Document.empty()
        .put("uid", set.uid())
        .put("health", set.health().word())
        .put("message", set.message())
        .put("trackingId", set.trackingId())
        .put("labels", set.labels())
        .put("annotations", set.annotations())
        .put(
            "conditions",
            set.conditions(),
            (document, condition) ->
                document
                    .put("type", condition.type())
                    .put("holds", condition.holds())
                    .put("message", condition.message())
                    .put("since", condition.since()))
        .put("listed", set.listed())
        .put("count", set.resourcesCount());
  }

  private static ApplicationSet applicationSet(ApplicationKey key, Document document) {
    return new ApplicationSet(
        key,
        document.text("uid"),
        HealthStatus.of(document.text("health")),
        document.text("message"),
        document.text("trackingId"),
        document.entries("labels"),
        document.entries("annotations"),
        document.list(
            "conditions",
            each ->
                new SetCondition(
                    each.text("type"),
                    each.flag("holds"),
                    each.text("message"),
                    each.moment("since"))),
        document.number("listed"),
        document.number("count"));
  }

  private static Document document(AccessPolicy policy) {
    return Document.empty()
        .put("csv", policy.csv())
        .put("default", policy.defaultRole())
        .put("scopes", policy.scopes())
        .put("matchMode", policy.matchMode());
  }
}
