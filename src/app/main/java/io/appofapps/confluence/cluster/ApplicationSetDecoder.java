package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SetCondition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an ApplicationSet; no shape is an error. */
final class ApplicationSetDecoder {

  private ApplicationSetDecoder() {}

  static ApplicationSet decode(String connection, GenericKubernetesResource resource) {
    ObjectMeta meta = resource.getMetadata();
    Problems problems = new Problems();
    Fields status = Fields.of(resource.getAdditionalProperties(), problems).object("status");
    Verdict verdict = verdict(status);
    Map<String, String> annotations = Metadata.annotations(meta, problems);
    return new ApplicationSet(
        Metadata.key(connection, meta),
        Metadata.uid(meta),
        verdict.health(),
        verdict.message(),
        annotations.getOrDefault(Metadata.TRACKING_ID, ""),
        Metadata.labels(meta, problems),
        annotations,
        conditions(status),
        status.allObjects("resources").size(),
        status.count("resourcesCount"));
  }

  private static List<SetCondition> conditions(Fields status) {
    return status.objects("conditions").stream()
        .map(
            each ->
                new SetCondition(
                    each.text("type"),
                    "True".equals(each.text("status")),
                    each.text("message"),
                    each.moment("lastTransitionTime")))
        .toList();
  }

  /**
   * {@code status.health} where Argo CD writes it (3.4 and later), else Argo CD's own rule over the
   * conditions.
   */
  private static Verdict verdict(Fields status) {
    Fields health = status.object("health");
    if (!health.text("status").isEmpty()) {
      return new Verdict(
          Words.health(health.text("status"), status.problems()), health.text("message"));
    }
    List<Fields> conditions = status.objects("conditions");
    return whenTrue(conditions, "ErrorOccurred", HealthStatus.DEGRADED)
        .or(() -> whenTrue(conditions, "RolloutProgressing", HealthStatus.PROGRESSING))
        .or(() -> whenTrue(conditions, "ResourcesUpToDate", HealthStatus.HEALTHY))
        .orElse(new Verdict(HealthStatus.UNKNOWN, ""));
  }

  private static Optional<Verdict> whenTrue(
      List<Fields> conditions, String type, HealthStatus health) {
    return conditions.stream()
        .filter(condition -> type.equals(condition.text("type")))
        .filter(condition -> "True".equals(condition.text("status")))
        .findFirst()
        .map(condition -> new Verdict(health, condition.text("message")));
  }

  private record Verdict(HealthStatus health, String message) {}
}
