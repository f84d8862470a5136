package io.appofapps.democluster;

import io.appofapps.democluster.Landscape.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a deployed service consists of, as entries of {@code status.resources}. */
final class Workloads {
  private Workloads() {}

  static String image(String service, String version) {
    return "registry.example.com/" + service + ":" + version.replaceFirst("^v", "");
  }

  static List<Map<String, Object>> of(String service, State state) {
    boolean missing = state.health().equals("Missing");
    return List.of(
        entry("", "ConfigMap", service, "Synced", ""),
        entry(
            "",
            "Service",
            service,
            missing ? "OutOfSync" : "Synced",
            missing ? "Missing" : "Healthy"),
        entry("apps", "Deployment", service, state.sync(), state.health()),
        entry("autoscaling", "HorizontalPodAutoscaler", service, "Synced", "Healthy"),
        entry("networking.k8s.io", "Ingress", service, "Synced", "Healthy"));
  }

  private static Map<String, Object> entry(
      String group, String kind, String service, String sync, String health) {
    Map<String, Object> entry = new LinkedHashMap<>();
    if (!group.isEmpty()) {
      entry.put("group", group);
    }
    entry.put("version", kind.equals("HorizontalPodAutoscaler") ? "v2" : "v1");
    entry.put("kind", kind);
    entry.put("namespace", service);
    entry.put("name", service);
    entry.put("status", sync);
    if (!health.isEmpty()) {
      entry.put("health", Map.of("status", health));
    }
    return entry;
  }
}
