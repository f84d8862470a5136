package io.appofapps.democluster;

import io.appofapps.democluster.Landscape.App;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the Git repository says of each Application. */
final class Declarations {
  static final String API = "argoproj.io/v1alpha1";
  private static final String CHARTS = "https://charts.example.com";

  /** Where people sync by hand: a parent, and a child of another one. */
  private static final Set<String> SYNCED_BY_HAND = Set.of("apac-prod", "catalog-prod");

  private final String repository;

  /**
   * @param repository address of the repository, as Applications name it
   */
  Declarations(String repository) {
    this.repository = repository;
  }

  /** The address of the repository. */
  String repository() {
    return repository;
  }

  /** The manifest as people write it. */
  Map<String, Object> manifest(App app) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", app.name());
    metadata.put("namespace", app.namespace());
    putUnlessEmpty(metadata, "labels", labels(app));
    putUnlessEmpty(metadata, "annotations", annotations(app));
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("apiVersion", API);
    manifest.put("kind", "Application");
    manifest.put("metadata", metadata);
    manifest.put("spec", spec(app));
    return manifest;
  }

  Map<String, String> labels(App app) {
    Map<String, String> labels = new LinkedHashMap<>(app.style().labels(app.team()));
    if (!app.environment().isEmpty()) {
      labels.put("environment", app.environment());
    }
    if (!app.service().isEmpty()) {
      labels.put("app.kubernetes.io/name", app.service());
    }
    return labels;
  }

  Map<String, String> annotations(App app) {
    return app.style().annotations(shortName(app), app.team());
  }

  Map<String, Object> spec(App app) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("project", app.project());
    spec.put("source", source(app));
    Map<String, Object> destination = new LinkedHashMap<>();
    destination.put("name", app.destination());
    destination.put("namespace", namespaceOf(app));
    spec.put("destination", destination);
    if (!SYNCED_BY_HAND.contains(app.name())) {
      Map<String, Object> automated = new LinkedHashMap<>();
      automated.put("prune", true);
      automated.put("selfHeal", true);
      spec.put("syncPolicy", Map.of("automated", automated));
    }
    if (app.service().equals("catalog")) {
      spec.put("ignoreDifferences", ignoredOfCatalog());
    }
    if (!app.style().info(shortName(app), app.team()).isEmpty()) {
      spec.put("info", app.style().info(shortName(app), app.team()));
    }
    return spec;
  }

  /** The namespace that an Application deploys to. */
  static String namespaceOf(App app) {
    return app.version().isEmpty() ? "argocd" : shortName(app);
  }

  private static String shortName(App app) {
    return app.service().isEmpty() ? app.name() : app.service();
  }

  private Map<String, Object> source(App app) {
    Map<String, Object> source = new LinkedHashMap<>();
    if (app.chart() != null) {
      source.put("repoURL", CHARTS);
      source.put("chart", app.chart());
      source.put("targetRevision", app.version());
      return source;
    }
    source.put("repoURL", repository);
    source.put("path", app.path());
    source.put("targetRevision", "main");
    if (!app.service().isEmpty()) {
      source.put(
          "kustomize", Map.of("images", List.of(Workloads.image(app.service(), app.version()))));
    }
    return source;
  }

  /** As teams write it whose replicas an autoscaler sets. */
  private static List<Map<String, Object>> ignoredOfCatalog() {
    Map<String, Object> ignored = new LinkedHashMap<>();
    ignored.put("group", "apps");
    ignored.put("kind", "Deployment");
    ignored.put("jsonPointers", List.of("/spec/replicas", "/spec/template/metadata/annotations"));
    ignored.put("managedFieldsManagers", List.of("kube-controller-manager"));
    return List.of(ignored);
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, Map<String, ?> value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
