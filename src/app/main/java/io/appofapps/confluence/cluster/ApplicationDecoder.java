package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Condition;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.InfoItem;
import io.appofapps.confluence.application.SyncStatus;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an Application as Argo CD 2.8 to 3.5 write it. Every part is optional, no shape is an
 * error: what cannot be read becomes a sentence in {@code problems}.
 */
final class ApplicationDecoder {

  private ApplicationDecoder() {}

  static Application decode(String connection, GenericKubernetesResource resource) {
    ObjectMeta meta = resource.getMetadata();
    Problems problems = new Problems();
    Fields top = Fields.of(resource.getAdditionalProperties(), problems);
    Fields spec = top.object("spec");
    Fields status = top.object("status");
    Fields operation = status.object("operationState");
    Map<String, String> annotations = Metadata.annotations(meta, problems);
    ResourceDigest resources = ResourceDigest.of(status);
    // before the sentences are taken: reading them may add some
    Details details = DetailsDecoder.decode(spec, status, resources);
    return new Application(
        Metadata.key(connection, meta),
        Metadata.uid(meta),
        spec.text("project"),
        SourceDecoder.effectiveSources(spec),
        destination(spec.object("destination")),
        automated(spec.object("syncPolicy")),
        sync(status.object("sync")),
        revisions(status.object("sync")),
        health(status.object("health")),
        status.object("health").moment("lastTransitionTime"),
        operation.text("phase"),
        operation.text("message"),
        resources.children(),
        resources.counts(),
        annotations.getOrDefault(Metadata.TRACKING_ID, ""),
        Metadata.controllingApplicationSet(meta),
        Metadata.labels(meta, problems),
        annotations,
        spec.objects("info").stream()
            .map(item -> new InfoItem(item.text("name"), item.text("value")))
            .toList(),
        status.object("summary").texts("images"),
        status.object("summary").texts("externalURLs"),
        conditions(status),
        status.moment("reconciledAt"),
        moment(meta.getCreationTimestamp(), "metadata.creationTimestamp", problems),
        moment(meta.getDeletionTimestamp(), "metadata.deletionTimestamp", problems),
        problems.sentences(),
        details);
  }

  static Destination destination(Fields destination) {
    return new Destination(
        destination.text("server"), destination.text("name"), destination.text("namespace"));
  }

  /** {@code automated: {}} is on; {@code enabled: false} (3.1 and later) is off. */
  private static boolean automated(Fields syncPolicy) {
    return syncPolicy.has("automated") && syncPolicy.object("automated").flag("enabled", true);
  }

  private static SyncStatus sync(Fields sync) {
    return Words.sync("sync status", sync.text("status"), sync.problems());
  }

  /** {@code revisions} for several sources, else {@code revision}. */
  private static List<String> revisions(Fields sync) {
    List<String> several = sync.texts("revisions");
    String one = sync.text("revision");
    return several.isEmpty() && !one.isEmpty() ? List.of(one) : several;
  }

  private static HealthStatus health(Fields health) {
    return Words.health(health.text("status"), health.problems());
  }

  private static List<Condition> conditions(Fields status) {
    return status.objects("conditions").stream()
        .map(
            condition ->
                new Condition(
                    condition.text("type"),
                    condition.text("message"),
                    condition.moment("lastTransitionTime")))
        .toList();
  }

  private static Optional<Instant> moment(String text, String path, Problems problems) {
    return text == null ? Optional.empty() : Fields.of(Map.of(path, text), problems).moment(path);
  }
}
