package io.appofapps.democluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes parts of an Application's status as the controller does. */
final class Statuses {
  private static final int KEPT = 3;

  private Statuses() {}

  /** The status, to be changed in place. */
  static Map<String, Object> of(GenericKubernetesResource app) {
    Map<String, Object> status = app.get("status");
    if (status == null) {
      status = new LinkedHashMap<>();
      app.setAdditionalProperty("status", status);
    }
    return status;
  }

  /** Says that the Application was compared with Git just now. */
  static GenericKubernetesResource compared(GenericKubernetesResource app, Instant now) {
    of(app).put("reconciledAt", stamp(now));
    return app;
  }

  /** The revision of the last comparison, empty when there was none. */
  static String revision(Map<String, Object> status) {
    return status.get("sync") instanceof Map<?, ?> sync && sync.get("revision") instanceof String id
        ? id
        : "";
  }

  static void sync(Map<String, Object> status, String sync, String revision) {
    status.put("sync", Map.of("status", sync, "revision", revision));
  }

  static void health(Map<String, Object> status, String health, String message, Instant now) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("status", health);
    if (!message.isEmpty()) {
      value.put("message", message);
    }
    value.put("lastTransitionTime", stamp(now));
    status.put("health", value);
  }

  static void operation(
      Map<String, Object> status, String phase, String message, String revision, Instant now) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("phase", phase);
    operation.put("message", message);
    operation.put("startedAt", stamp(now));
    if (!phase.equals("Running")) {
      operation.put("finishedAt", stamp(now));
    }
    operation.put("operation", Map.of("initiatedBy", Map.of("automated", true)));
    operation.put("syncResult", Map.of("revision", revision));
    status.put("operationState", operation);
  }

  /** Adds to the history, oldest first; a few entries are enough for a demo. */
  static void record(Map<String, Object> status, String revision, Instant now) {
    List<Object> history = new ArrayList<>();
    if (status.get("history") instanceof List<?> before) {
      history.addAll(before);
    }
    int id =
        history.isEmpty()
            ? 1
            : ((Number) ((Map<?, ?>) history.get(history.size() - 1)).get("id")).intValue() + 1;
    history.add(
        Map.of(
            "id",
            id,
            "revision",
            revision,
            "deployedAt",
            stamp(now),
            "initiatedBy",
            Map.of("automated", true)));
    status.put("history", history.subList(Math.max(0, history.size() - KEPT), history.size()));
  }

  private static String stamp(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
