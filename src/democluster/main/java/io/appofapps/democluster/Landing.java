package io.appofapps.democluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest of a child Application that has changed in Git, on its way into the cluster: the
 * parent is out of sync, then the parent applies it and the child rolls out, then all is well. Who
 * has no automatic sync waits for a person, as with Argo CD.
 *
 * @param commit that it came with
 * @param parent name of the Application whose folder has the manifest
 * @param manifest as it is in Git now
 */
record Landing(
    String commit, String parent, GenericKubernetesResource manifest, Landing.Stage stage) {
  /** What has happened so far. */
  enum Stage {
    FOUND,
    NOTICED,
    APPLIED
  }

  private static final String DONE = "successfully synced (all tasks run)";

  /** The namespace of the child. */
  String namespace() {
    return manifest.getMetadata().getNamespace();
  }

  /** The name of the child. */
  String child() {
    return manifest.getMetadata().getName();
  }

  /** Goes a stage further in the cluster; empty when there is nothing more to do. */
  Optional<Landing> advance(EmbeddedCluster cluster, Instant now) {
    return switch (stage) {
      case FOUND -> {
        cluster.edit("argocd", parent, app -> notice(app, now));
        yield Optional.of(at(Stage.NOTICED));
      }
      case NOTICED -> {
        if (cluster.application("argocd", parent).filter(Landing::isAutomated).isEmpty()) {
          yield Optional.empty();
        }
        cluster.edit("argocd", parent, app -> synced(app, now));
        if (cluster.application(namespace(), child()).isEmpty()) {
          cluster.apply(manifest);
        }
        cluster.edit(namespace(), child(), app -> apply(app, now));
        yield isAutomated(manifest) ? Optional.of(at(Stage.APPLIED)) : Optional.empty();
      }
      case APPLIED -> {
        cluster.edit(namespace(), child(), app -> finish(app, now));
        yield Optional.empty();
      }
    };
  }

  private GenericKubernetesResource notice(GenericKubernetesResource app, Instant now) {
    Map<String, Object> status = Statuses.of(app);
    Statuses.sync(status, "OutOfSync", commit);
    entry(status, "OutOfSync");
    return Statuses.compared(app, now);
  }

  private GenericKubernetesResource synced(GenericKubernetesResource app, Instant now) {
    Map<String, Object> status = Statuses.of(app);
    Statuses.sync(status, "Synced", commit);
    entry(status, "Synced");
    Statuses.operation(status, "Succeeded", DONE, commit, now);
    Statuses.record(status, commit, now);
    return Statuses.compared(app, now);
  }

  /** The child as the parent's sync leaves it: the new declaration, not rolled out yet. */
  private GenericKubernetesResource apply(GenericKubernetesResource app, Instant now) {
    app.setAdditionalProperty("spec", manifest.get("spec"));
    app.getMetadata().setLabels(manifest.getMetadata().getLabels());
    Map<String, String> annotations = new LinkedHashMap<>();
    Optional.ofNullable(manifest.getMetadata().getAnnotations()).ifPresent(annotations::putAll);
    annotations.put(
        "argocd.argoproj.io/tracking-id",
        parent + ":argoproj.io/Application:" + namespace() + "/" + child());
    app.getMetadata().setAnnotations(annotations);
    Map<String, Object> status = Statuses.of(app);
    Statuses.sync(status, "OutOfSync", revision());
    if (isAutomated(manifest)) {
      Statuses.health(status, "Progressing", "", now);
      String waits = "waiting for healthy state of apps/Deployment";
      Statuses.operation(status, "Running", waits, revision(), now);
    }
    return Statuses.compared(app, now);
  }

  private GenericKubernetesResource finish(GenericKubernetesResource app, Instant now) {
    Map<String, Object> status = Statuses.of(app);
    Statuses.sync(status, "Synced", revision());
    Statuses.health(status, "Healthy", "", now);
    Statuses.operation(status, "Succeeded", DONE, revision(), now);
    Statuses.record(status, revision(), now);
    status.put("summary", Map.of("images", images()));
    status.put("resources", Workloads.of(namespaceOfWorkload(), Landscape.State.IN_ORDER));
    status.remove("conditions");
    return Statuses.compared(app, now);
  }

  /** A chart's version, or the commit. */
  private String revision() {
    return manifest.get("spec", "source", "chart") == null
        ? commit
        : manifest.get("spec", "source", "targetRevision");
  }

  private List<String> images() {
    List<String> images = manifest.get("spec", "source", "kustomize", "images");
    return images != null ? images : List.of(Workloads.image(namespaceOfWorkload(), revision()));
  }

  private String namespaceOfWorkload() {
    return manifest.get("spec", "destination", "namespace");
  }

  private void entry(Map<String, Object> status, String sync) {
    List<Map<String, Object>> entries = new ArrayList<>();
    if (status.get("resources") instanceof List<?> before) {
      before.forEach(each -> entries.add(copy((Map<?, ?>) each)));
    }
    Map<String, Object> mine =
        entries.stream()
            .filter(
                each -> child().equals(each.get("name")) && "Application".equals(each.get("kind")))
            .findFirst()
            .orElseGet(
                () -> {
                  Map<String, Object> added = new LinkedHashMap<>();
                  added.put("group", "argoproj.io");
                  added.put("version", "v1alpha1");
                  added.put("kind", "Application");
                  added.put("namespace", namespace());
                  added.put("name", child());
                  entries.add(added);
                  return added;
                });
    mine.put("status", sync);
    if (sync.equals("Synced")) {
      mine.remove("health");
    }
    status.put("resources", entries);
  }

  private static Map<String, Object> copy(Map<?, ?> entry) {
    Map<String, Object> copy = new LinkedHashMap<>();
    entry.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }

  private static boolean isAutomated(GenericKubernetesResource app) {
    return app.get("spec", "syncPolicy", "automated") != null;
  }

  private Landing at(Stage next) {
    return new Landing(commit, parent, manifest, next);
  }
}
