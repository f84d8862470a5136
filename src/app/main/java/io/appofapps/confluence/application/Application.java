package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the app keeps of an Argo CD Application. Bulky parts (managedFields, history, resource
 * lists) are counted or dropped when decoding; a part the resource does not have is empty, never
 * null.
 *
 * @param key identity
 * @param uid metadata.uid, may be empty
 * @param project spec.project; Argo CD reads an empty one as {@code default}
 * @param sources the effective sources ({@code sources} win over {@code source}; a source hydrator
 *     wins over both)
 * @param destination spec.destination
 * @param automated whether automatic sync is on
 * @param sync status.sync.status
 * @param revisions resolved revisions, in the order of the sources
 * @param health status.health.status
 * @param healthSince status.health.lastTransitionTime
 * @param operationPhase status.operationState.phase, empty when there was no operation
 * @param operationMessage status.operationState.message, untrusted
 * @param children Applications and ApplicationSets among status.resources, in their order
 * @param resources counts over status.resources
 * @param trackingId annotation argocd.argoproj.io/tracking-id as written, empty when absent
 * @param owner the controlling ApplicationSet
 * @param labels metadata.labels
 * @param annotations metadata.annotations without kubectl's last-applied configuration; long values
 *     may be cut
 * @param info spec.info as name and value, in order
 * @param images status.summary.images
 * @param externalUrls status.summary.externalURLs as written, untrusted
 * @param conditions status.conditions
 * @param reconciledAt status.reconciledAt
 * @param createdAt metadata.creationTimestamp
 * @param deletedAt metadata.deletionTimestamp
 * @param problems what could not be read of the resource, each a sentence for people; empty when
 *     all was well
 * @param details what a closer look asks for
 */
public record Application(
    ApplicationKey key,
    String uid,
    String project,
    List<Source> sources,
    Destination destination,
    boolean automated,
    SyncStatus sync,
    List<String> revisions,
    HealthStatus health,
    Optional<Instant> healthSince,
    String operationPhase,
    String operationMessage,
    List<ChildReference> children,
    ResourceCounts resources,
    String trackingId,
    Optional<OwnerReference> owner,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<InfoItem> info,
    List<String> images,
    List<String> externalUrls,
    List<Condition> conditions,
    Optional<Instant> reconciledAt,
    Optional<Instant> createdAt,
    Optional<Instant> deletedAt,
    List<String> problems,
    Details details) {

  public Application {
    sources = List.copyOf(sources);
    revisions = List.copyOf(revisions);
    children = List.copyOf(children);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    info = List.copyOf(info);
    images = List.copyOf(images);
    externalUrls = List.copyOf(externalUrls);
    conditions = List.copyOf(conditions);
    problems = List.copyOf(problems);
  }

  /** The same Application, compared with Git at another moment. */
  public Application withReconciledAt(Optional<Instant> moment) {
    return new Application(
        key,
        uid,
        project,
        sources,
        destination,
        automated,
        sync,
        revisions,
        health,
        healthSince,
        operationPhase,
        operationMessage,
        children,
        resources,
        trackingId,
        owner,
        labels,
        annotations,
        info,
        images,
        externalUrls,
        conditions,
        moment,
        createdAt,
        deletedAt,
        problems,
        details);
  }

  /** The same Application with other details. */
  public Application withDetails(Details others) {
    return new Application(
        key,
        uid,
        project,
        sources,
        destination,
        automated,
        sync,
        revisions,
        health,
        healthSince,
        operationPhase,
        operationMessage,
        children,
        resources,
        trackingId,
        owner,
        labels,
        annotations,
        info,
        images,
        externalUrls,
        conditions,
        reconciledAt,
        createdAt,
        deletedAt,
        problems,
        others);
  }

  /** The same Application with other relations to others. */
  public Application withRelations(
      List<ChildReference> children,
      ResourceCounts resources,
      String trackingId,
      Optional<OwnerReference> owner,
      Map<String, String> labels) {
    return new Application(
        key,
        uid,
        project,
        sources,
        destination,
        automated,
        sync,
        revisions,
        health,
        healthSince,
        operationPhase,
        operationMessage,
        children,
        resources,
        trackingId,
        owner,
        labels,
        annotations,
        info,
        images,
        externalUrls,
        conditions,
        reconciledAt,
        createdAt,
        deletedAt,
        problems,
        details);
  }

  /** An Application of which nothing but its identity is known: sync and health Unknown. */
  public static Application unknown(ApplicationKey key) {
    return new Application(
        key,
        "",
        "",
        List.of(),
        Destination.NONE,
        false,
        SyncStatus.UNKNOWN,
        List.of(),
        HealthStatus.UNKNOWN,
        Optional.empty(),
        "",
        "",
        List.of(),
        ResourceCounts.NONE,
        "",
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Details.NONE);
  }
}
