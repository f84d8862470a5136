package io.appofapps.confluence.application;

import java.util.List;
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
 * @param conditions status.conditions
 * @param listed entries of status.resources
 * @param resourcesCount status.resourcesCount, the true number when the list is cut; 0 when absent
 */
public record ApplicationSet(
    ApplicationKey key,
    String uid,
    HealthStatus health,
    String message,
    String trackingId,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<SetCondition> conditions,
    int listed,
    int resourcesCount) {

  public ApplicationSet {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    conditions = List.copyOf(conditions);
  }

  /** The same ApplicationSet with other relations to others. */
  public ApplicationSet withRelations(String trackingId, Map<String, String> labels) {
    return new ApplicationSet(
        key,
        uid,
        health,
        message,
        trackingId,
        labels,
        annotations,
        conditions,
        listed,
        resourcesCount);
  }
}
