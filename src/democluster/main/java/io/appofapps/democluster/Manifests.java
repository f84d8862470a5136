package io.appofapps.democluster;

import io.appofapps.democluster.Landscape.App;
import io.appofapps.democluster.Landscape.State;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes declared Applications as the custom resources a controller would have left behind. */
final class Manifests {
  private static final Map<String, Object> AUTOMATED = Map.of("automated", true);
  private static final String RELEASER = "release-bot@example.com";

  private final Instant now;
  private final DemoRepository git;
  private final Declarations declarations;

  Manifests(Instant now, DemoRepository git) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.git = git;
    this.declarations = git.declarations();
  }

  /**
   * @param app the declaration
   * @param state how it is doing
   * @param children entries of kind Application and ApplicationSet for the resource list
   */
  GenericKubernetesResource application(App app, State state, List<Map<String, Object>> children) {
    Map<String, Object> metadata = metadata(app.namespace(), app.name());
    metadata.put("labels", declarations.labels(app));
    metadata.put("annotations", annotations(app));
    Map<String, Object> object = object("Application", metadata, declarations.spec(app));
    if (!state.fresh()) {
      object.put("status", status(app, state, children));
    }
    return resource(object);
  }

  /** An entry of {@code status.resources} for a child of that kind. */
  Map<String, Object> childEntry(String kind, String namespace, String name, State state) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("group", "argoproj.io");
    entry.put("version", "v1alpha1");
    entry.put("kind", kind);
    entry.put("namespace", namespace);
    entry.put("name", name);
    entry.put("status", state.pruning() ? "OutOfSync" : "Synced");
    if (state.pruning()) {
      entry.put("requiresPruning", true);
    }
    return entry;
  }

  /** An entry for a child that the parent wants and that does not exist. */
  Map<String, Object> missingEntry(String namespace, String name) {
    Map<String, Object> entry = childEntry("Application", namespace, name, State.IN_ORDER);
    entry.put("status", "OutOfSync");
    entry.put("health", Map.of("status", "Missing"));
    return entry;
  }

  Map<String, Object> metadata(String namespace, String name) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("namespace", namespace);
    metadata.put("name", name);
    metadata.put("uid", Fake.uid(namespace + "/" + name));
    metadata.put(
        "creationTimestamp", at(Duration.ofDays(90 + Math.floorMod(name.hashCode(), 200))));
    return metadata;
  }

  Map<String, Object> object(String kind, Map<String, Object> metadata, Map<String, Object> spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", Declarations.API);
    object.put("kind", kind);
    object.put("metadata", metadata);
    object.put("spec", spec);
    return object;
  }

  GenericKubernetesResource resource(Map<String, Object> object) {
    return Serialization.jsonMapper().convertValue(object, GenericKubernetesResource.class);
  }

  private Map<String, String> annotations(App app) {
    Map<String, String> annotations = new LinkedHashMap<>(declarations.annotations(app));
    if (app.parent() != null) {
      annotations.put(
          "argocd.argoproj.io/tracking-id",
          app.parent() + ":argoproj.io/Application:" + app.namespace() + "/" + app.name());
    }
    return annotations;
  }

  private Map<String, Object> status(App app, State state, List<Map<String, Object>> children) {
    List<String> revisions = revisions(app);
    String revision = revisions.get(revisions.size() - 1);
    boolean workload = !app.version().isEmpty();
    List<Map<String, Object>> resources = new ArrayList<>(children);
    if (workload) {
      resources.addAll(Workloads.of(Declarations.namespaceOf(app), state));
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("sync", Map.of("status", state.sync(), "revision", revision));
    status.put("health", health(app, state));
    status.put("reconciledAt", at(Duration.ofSeconds(Math.floorMod(app.name().hashCode(), 150))));
    status.put("controllerNamespace", "argocd");
    status.put("sourceType", app.chart() != null ? "Helm" : workload ? "Kustomize" : "Directory");
    status.put("resources", resources);
    status.put("history", history(app, revisions));
    status.put("operationState", operation(app, state, revision));
    if (workload) {
      status.put(
          "summary",
          Map.of("images", List.of(Workloads.image(Declarations.namespaceOf(app), app.version()))));
    }
    if (!state.condition().isEmpty()) {
      status.put(
          "conditions",
          List.of(
              Map.of(
                  "type", state.condition(),
                  "message", state.message(),
                  "lastTransitionTime", at(Duration.ofMinutes(47)))));
    }
    return status;
  }

  private Map<String, Object> health(App app, State state) {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", state.health());
    health.put("lastTransitionTime", at(deployed(app)));
    if (state.health().equals("Degraded")) {
      health.put("message", state.message());
    }
    return health;
  }

  /** What was deployed one after the other: a chart's version, or commits; parents follow all. */
  private List<String> revisions(App app) {
    if (app.chart() != null) {
      return List.of(app.version(), app.version());
    }
    return app.service().isEmpty() ? List.of(git.head().name()) : git.revisions(app.name());
  }

  private List<Map<String, Object>> history(App app, List<String> revisions) {
    List<Map<String, Object>> history = new ArrayList<>();
    for (int i = 0; i < revisions.size(); i++) {
      int later = revisions.size() - 1 - i;
      history.add(
          Map.of(
              "id",
              12 - later,
              "revision",
              revisions.get(i),
              "deployedAt",
              at(deployed(app).plusDays(6L * later)),
              "initiatedBy",
              later == 0 ? AUTOMATED : Map.of("username", RELEASER)));
    }
    return history;
  }

  private Map<String, Object> operation(App app, State state, String revision) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("phase", state.phase());
    operation.put(
        "message",
        state.message().isEmpty() ? "successfully synced (all tasks run)" : state.message());
    operation.put("startedAt", at(deployed(app).plusSeconds(24)));
    if (!state.phase().equals("Running")) {
      operation.put("finishedAt", at(deployed(app)));
    }
    operation.put("operation", Map.of("initiatedBy", Map.of("automated", true)));
    operation.put("syncResult", Map.of("revision", revision));
    return operation;
  }

  private static Duration deployed(App app) {
    return Duration.ofMinutes(90 + Math.floorMod(app.name().hashCode(), 14_000));
  }

  private String at(Duration ago) {
    return now.minus(ago).toString();
  }
}
