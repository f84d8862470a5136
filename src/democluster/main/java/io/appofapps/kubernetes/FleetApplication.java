package io.appofapps.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Applications of a large fleet as Argo CD and its users write them: about 6 kB of JSON each, most
 * of which nobody reads (kubectl's copy, history, the last operation). One root, teams below it,
 * each team's fifty services below the team.
 *
 * @param name metadata.name
 * @param json the resource
 */
public record FleetApplication(String name, String json) {

  public static final String NAMESPACE = "argocd";
  public static final String ROOT = "fleet";

  private static final int TEAM = 50;
  private static final int EVERY_BAD = 25;
  private static final List<String> STAGES = List.of("dev", "test", "staging", "prod");
  private static final List<String> KINDS =
      List.of("Deployment", "Service", "ConfigMap", "ServiceAccount", "HorizontalPodAutoscaler");

  private static final String TEMPLATE =
      """
      {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
       "metadata": {
        "name": "@name", "namespace": "argocd", "uid": "@uid",
        "creationTimestamp": "2026-09-01T07:00:00Z",
        "finalizers": ["resources-finalizer.argocd.argoproj.io"],
        "labels": {
         @label"app.kubernetes.io/instance": "@name",
         "app.kubernetes.io/part-of": "@parent", "environment": "@stage"},
        "annotations": {
         "a8r.io/owner": "@parent@example.com", "backstage.io/kubernetes-id": "@name",
         "notifications.argoproj.io/subscribe.on-sync-failed.slack": "deployments",
         "argocd.argoproj.io/manifest-generate-paths": ".;/charts/service",
         "argocd.argoproj.io/tracking-id": "@parent:argoproj.io/Application:argocd/@name",
         "kubectl.kubernetes.io/last-applied-configuration": "@copy"}},
       "spec": {
        "project": "@parent",
        "destination": {"server": "@server", "namespace": "@name"},
        "source": @source,
        "info": [{"name": "Runbook", "value": "https://wiki.example.com/@name"}],
        "syncPolicy": {
         "automated": {"prune": true, "selfHeal": true},
         "syncOptions": ["CreateNamespace=true", "ServerSideApply=true"]}},
       "status": {
        "sync": {"status": "Synced", "revision": "@revision"},
        "health": {"status": "@health", "lastTransitionTime": "2026-10-02T08:01:02Z"},
        "reconciledAt": "2026-11-01T10:00:00Z",
        "history": [
         {"id": 0, "revision": "@revision", "deployedAt": "2026-10-01T08:00:00Z",
          "source": @source},
         {"id": 1, "revision": "@revision", "deployedAt": "2026-10-02T08:00:00Z",
          "source": @source}],
        "operationState": {
         "phase": "Succeeded", "message": "successfully synced (all tasks run)",
         "startedAt": "2026-10-02T08:00:00Z", "finishedAt": "2026-10-02T08:01:00Z",
         "operation": {"sync": {"revision": "@revision"}},
         "syncResult": {"revision": "@revision", "source": @source}},
        "summary": {
         "images": [
          "registry.example.com/platform/@service:@revision",
          "registry.example.com/library/proxy:1.31.4"],
         "externalURLs": ["https://@name.example.com/"]},
        "resources": [@resources]}}
      """;

  private static final String SOURCE =
      """
      {"repoURL": "https://git.example.com/platform/deployments.git",
       "path": "services/@name/overlays/@stage", "targetRevision": "main",
       "helm": {
        "valueFiles": ["values.yaml", "values-@stage.yaml"],
        "parameters": [
         {"name": "service.replicas", "value": "3"},
         {"name": "service.host", "value": "@name.example.com"}]}}
      """;

  private static final String RESOURCE =
      """
      {"group": "@group", "version": "v1", "kind": "@kind", "namespace": "argocd",
       "name": "@entry", "status": "Synced", "health": {"status": "Healthy"}}
      """;

  /** The fleet's Applications, so many in all; the root comes last. */
  public static List<FleetApplication> fleet(int count) {
    List<FleetApplication> all = new ArrayList<>();
    List<String> teams = new ArrayList<>();
    int number = 0;
    while (all.size() < count - 1) {
      String team = team(teams.size());
      List<String> services = new ArrayList<>();
      while (services.size() < TEAM && all.size() < count - 2) {
        services.add(service(number));
        all.add(ofService(number, team));
        number++;
      }
      teams.add(team);
      all.add(parent(team, ROOT, services));
    }
    all.add(parent(ROOT, "platform", teams));
    return Collections.unmodifiableList(all);
  }

  /** Name of the Application of that number, from 0: every service has one for each stage. */
  public static String service(int number) {
    return "payments-gateway-%05d-%s".formatted(number / STAGES.size(), stage(number));
  }

  /** Owner of the Application of that number, from 0, as its annotation says. */
  public static String owner(int number) {
    return team(number / TEAM) + "@example.com";
  }

  private static String team(int number) {
    return "team-%03d".formatted(number);
  }

  private static String stage(int number) {
    return STAGES.get(number % STAGES.size());
  }

  private static FleetApplication ofService(int number, String team) {
    String name = service(number);
    String resources =
        IntStream.range(0, 12)
            .mapToObj(i -> entry("apps", KINDS.get(i % KINDS.size()), name + "-" + i))
            .collect(Collectors.joining(","));
    String health = number % EVERY_BAD == 7 ? "Degraded" : "Healthy";
    return application(name, team, stage(number), health, resources);
  }

  private static FleetApplication parent(String name, String above, List<String> children) {
    String resources =
        children.stream()
            .map(child -> entry("argoproj.io", "Application", child))
            .collect(Collectors.joining(","));
    return application(name, above, "prod", "Healthy", resources);
  }

  private static String entry(String group, String kind, String name) {
    return RESOURCE.replace("@group", group).replace("@kind", kind).replace("@entry", name);
  }

  private static FleetApplication application(
      String name, String parent, String stage, String health, String resources) {
    boolean isService = name.endsWith("-" + stage);
    String service = isService ? name.substring(0, name.length() - stage.length() - 1) : name;
    String json =
        TEMPLATE
            .replace(
                "@label",
                isService ? "\"app.kubernetes.io/name\": \"%s\", ".formatted(service) : "")
            .replace("@service", service)
            .replace("@resources", resources)
            .replace("@copy", SOURCE.strip().replace("\n", "").replace("\"", "\\\""))
            .replace("@source", SOURCE)
            .replace("@uid", UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString())
            .replace("@health", health)
            .replace("@revision", "%08x".formatted(name.hashCode()).repeat(5))
            .replace("@parent", parent)
            .replace(
                "@server",
                isService
                    ? "https://" + stage + ".k8s.example.com:6443"
                    : "https://kubernetes.default.svc")
            .replace("@stage", stage)
            .replace("@name", name);
    return new FleetApplication(name, json);
  }
}
