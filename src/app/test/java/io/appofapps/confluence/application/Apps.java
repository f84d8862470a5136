package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds Applications for tests; healthy and synced, deploying into its own cluster. */
public final class Apps {

  public static final Destination IN_CLUSTER =
      new Destination("https://kubernetes.default.svc", "", "argocd");

  private final ApplicationKey key;
  private String project = "default";
  private final List<Source> sources = new ArrayList<>();
  private Destination destination = IN_CLUSTER;
  private HealthStatus health = HealthStatus.HEALTHY;
  private boolean automated = true;
  private SyncStatus sync = SyncStatus.SYNCED;
  private List<String> revisions = List.of();
  private Optional<Instant> healthSince = Optional.empty();
  private String operationPhase = "";
  private String operationMessage = "";
  private ResourceCounts resources = ResourceCounts.NONE;
  private List<String> images = List.of();
  private final List<Condition> conditions = new ArrayList<>();
  private Optional<Instant> reconciledAt = Optional.empty();
  private final List<ChildReference> children = new ArrayList<>();
  private String trackingId = "";
  private Optional<OwnerReference> owner = Optional.empty();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> annotations = new LinkedHashMap<>();
  private final List<InfoItem> info = new ArrayList<>();
  private Optional<Instant> deletedAt = Optional.empty();
  private List<String> problems = List.of();
  private Details details = Details.NONE;

  private Apps(ApplicationKey key) {
    this.key = key;
  }

  /** In namespace argocd of connection default. */
  public static Apps app(String name) {
    return app("argocd", name);
  }

  public static Apps app(String namespace, String name) {
    return app("default", namespace, name);
  }

  public static Apps app(String connection, String namespace, String name) {
    return new Apps(new ApplicationKey(connection, namespace, name));
  }

  public static ApplicationKey key(String name) {
    return new ApplicationKey("default", "argocd", name);
  }

  public static ApplicationSet set(String name) {
    return set(name, "", "");
  }

  public static ApplicationSet set(String name, String uid, String trackingId) {
    return new ApplicationSet(
        key(name), uid, HealthStatus.HEALTHY, "", trackingId, Map.of(), Map.of(), List.of(), 0, 0);
  }

  public static ChildReference reference(String namespace, String name) {
    return new ChildReference(
        ChildReference.Kind.APPLICATION, namespace, name, SyncStatus.SYNCED, false);
  }

  /** Lists Applications in its status, in namespace argocd. */
  public Apps lists(String... names) {
    for (String name : names) {
      children.add(reference("argocd", name));
    }
    return this;
  }

  public Apps lists(ChildReference reference) {
    children.add(reference);
    return this;
  }

  public Apps listsSet(String name) {
    children.add(
        new ChildReference(
            ChildReference.Kind.APPLICATION_SET, "argocd", name, SyncStatus.SYNCED, false));
    return this;
  }

  /** Carries a right tracking id of the parent with that instance name. */
  public Apps trackedBy(String instance) {
    return trackingId(instance + ":argoproj.io/Application:" + key.namespace() + "/" + key.name());
  }

  public Apps trackingId(String text) {
    trackingId = text;
    return this;
  }

  public Apps ownedBy(String uid, String name) {
    owner = Optional.of(new OwnerReference(uid, name));
    return this;
  }

  public Apps health(HealthStatus status) {
    health = status;
    return this;
  }

  public Apps healthSince(Instant moment) {
    healthSince = Optional.of(moment);
    return this;
  }

  public Apps sync(SyncStatus status) {
    sync = status;
    return this;
  }

  public Apps automated(boolean on) {
    automated = on;
    return this;
  }

  public Apps revisions(String... all) {
    revisions = List.of(all);
    return this;
  }

  public Apps operation(String phase, String message) {
    operationPhase = phase;
    operationMessage = message;
    return this;
  }

  public Apps resources(int total, int outOfSync, int requiresPruning) {
    resources = new ResourceCounts(total, outOfSync, requiresPruning);
    return this;
  }

  public Apps images(String... all) {
    images = List.of(all);
    return this;
  }

  public Apps condition(String type, String message) {
    conditions.add(new Condition(type, message, Optional.empty()));
    return this;
  }

  public Apps reconciledAt(Instant moment) {
    reconciledAt = Optional.of(moment);
    return this;
  }

  public Apps label(String name, String value) {
    labels.put(name, value);
    return this;
  }

  public Apps annotation(String name, String value) {
    annotations.put(name, value);
    return this;
  }

  /** An entry of spec.info. */
  public Apps info(String name, String value) {
    info.add(new InfoItem(name, value));
    return this;
  }

  public Apps project(String name) {
    project = name;
    return this;
  }

  public Apps path(String path) {
    return source(path, "", "");
  }

  public Apps source(String path, String chart, String targetRevision, String... valueFiles) {
    return source(
        "https://git.example.com/gitops", path, chart, targetRevision, List.of(valueFiles));
  }

  /** A source of a repository of its own. */
  public Apps source(
      String repository,
      String path,
      String chart,
      String targetRevision,
      List<String> valueFiles) {
    sources.add(new Source(repository, path, chart, targetRevision, valueFiles));
    return this;
  }

  /** All sources so far are in that repository. */
  public Apps from(String repository) {
    sources.replaceAll(
        each ->
            new Source(
                repository, each.path(), each.chart(), each.targetRevision(), each.valueFiles()));
    return this;
  }

  public Apps destination(String server, String name, String namespace) {
    destination = new Destination(server, name, namespace);
    return this;
  }

  public Apps deletedAt(Instant instant) {
    deletedAt = Optional.of(instant);
    return this;
  }

  public Apps problem(String sentence) {
    problems = List.of(sentence);
    return this;
  }

  public Apps details(Details others) {
    details = others;
    return this;
  }

  public Application build() {
    return new Application(
        key,
        "uid-" + key,
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
        List.of(),
        conditions,
        reconciledAt,
        Optional.empty(),
        deletedAt,
        problems,
        details);
  }
}
