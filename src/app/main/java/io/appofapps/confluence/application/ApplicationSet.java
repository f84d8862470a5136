package io.appofapps.confluence.application;

import java.util.Map;

/**
 * What the app keeps of an Argo CD ApplicationSet.
 *
 * @param key identity, in the same shape as an Application's
 * @param uid metadata.uid, may be empty
 * @param health status.health, or on older versions the same rule over status.conditions
 * @param message message of the condition that decided, may be empty
 * @param trackingId annotation argocd.argoproj.io/tracking-id as written, empty when absent
 * @param labels metadata.labels
 * @param annotations metadata.annotations without kubectl's last-applied configuration; long values
 *     may be cut
 */
public record ApplicationSet(
    ApplicationKey key,
    String uid,
    HealthStatus health,
    String message,
    String trackingId,
    Map<String, String> labels,
    Map<String, String> annotations) {

  public ApplicationSet {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }
}
