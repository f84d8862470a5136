package io.appofapps.democluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rollout under way: noticed in Git, being applied, perhaps stuck, done.
 *
 * @param commit the commit that is rolled out; charts keep their version as revision
 */
record Rollout(String application, String commit, boolean fails, Stage stage) {
  enum Stage {
    NOTICED,
    APPLYING,
    STUCK,
    DONE
  }

  static Rollout of(String application, String commit, boolean fails) {
    return new Rollout(application, commit, fails, Stage.NOTICED);
  }

  /** The same rollout a stage later, empty after the last. */
  Optional<Rollout> next() {
    return switch (stage) {
      case NOTICED -> Optional.of(at(Stage.APPLYING));
      case APPLYING -> Optional.of(at(fails ? Stage.STUCK : Stage.DONE));
      case STUCK -> Optional.of(at(Stage.DONE));
      case DONE -> Optional.empty();
    };
  }

  /** Writes this stage into the Application's status. */
  GenericKubernetesResource advance(GenericKubernetesResource app, Instant now) {
    Map<String, Object> status = status(app);
    String revision = isChart(app) ? revision(status) : commit;
    switch (stage) {
      case NOTICED -> sync(status, "OutOfSync", revision);
      case APPLYING -> {
        sync(status, "OutOfSync", revision);
        health(status, "Progressing", "", now);
        operation(status, "Running", "waiting for healthy state of apps/Deployment", now);
      }
      case STUCK -> {
        sync(status, "Synced", revision);
        health(status, "Degraded", "Deployment exceeded its progress deadline", now);
      }
      case DONE -> {
        sync(status, "Synced", revision);
        health(status, "Healthy", "", now);
        operation(status, "Succeeded", "successfully synced (all tasks run)", now);
        record(status, revision, now);
      }
    }
    return compared(app, now);
  }

  /** Says that the Application was compared with Git just now. */
  static GenericKubernetesResource compared(GenericKubernetesResource app, Instant now) {
    status(app).put("reconciledAt", stamp(now));
    return app;
  }

  private Rollout at(Stage next) {
    return new Rollout(application, commit, fails, next);
  }

  private static boolean isChart(GenericKubernetesResource app) {
    return app.get("spec", "source", "chart") != null;
  }

  private static String revision(Map<String, Object> status) {
    return (String) ((Map<?, ?>) status.get("sync")).get("revision");
  }

  private static Map<String, Object> status(GenericKubernetesResource app) {
    Map<String, Object> status = app.get("status");
    if (status == null) {
      status = new LinkedHashMap<>();
      app.setAdditionalProperty("status", status);
    }
    return status;
  }

  private static void sync(Map<String, Object> status, String sync, String revision) {
    status.put("sync", Map.of("status", sync, "revision", revision));
  }

  private static void health(
      Map<String, Object> status, String health, String message, Instant now) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("status", health);
    if (!message.isEmpty()) {
      value.put("message", message);
    }
    value.put("lastTransitionTime", stamp(now));
    status.put("health", value);
  }

  private static void operation(
      Map<String, Object> status, String phase, String message, Instant now) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("phase", phase);
    operation.put("message", message);
    operation.put("startedAt", stamp(now));
    if (!phase.equals("Running")) {
      operation.put("finishedAt", stamp(now));
    }
    operation.put("operation", Map.of("initiatedBy", Map.of("automated", true)));
    status.put("operationState", operation);
  }

  /** Adds to the history, oldest first; three entries are enough for a demo. */
  private static void record(Map<String, Object> status, String revision, Instant now) {
    List<Object> history = new ArrayList<>();
    if (status.get("history") instanceof List<?> before) {
      history.addAll(before);
    }
    int id =
        history.isEmpty()
            ? 1
            : ((Number) ((Map<?, ?>) history.get(history.size() - 1)).get("id")).intValue() + 1;
    history.add(Map.of("id", id, "revision", revision, "deployedAt", stamp(now)));
    status.put("history", history.subList(Math.max(0, history.size() - 3), history.size()));
  }

  private static String stamp(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
