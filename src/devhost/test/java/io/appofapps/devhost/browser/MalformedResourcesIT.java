package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Custom resources that nobody should write: each is visible and does no harm. */
@BrowserTest
class MalformedResourcesIT {
  private static final String SCRIPT = "<script>alert('name')</script>";
  private static final int MANY = 24_000;

  @Test
  void everyMalformedResourceIsVisibleAndHarmless(Visitor visitor, RunningDemo demo) {
    List<GenericKubernetesResource> odd =
        List.of(
            parent("odd", "no-status", "odd-health", "link", "circle-a", SCRIPT, "large"),
            application("no-status", Map.of(), Map.of()),
            application("odd-health", Map.of(), health("<img src=x onerror=alert(1)>")),
            application(
                "link",
                Map.of("argocd.argoproj.io/managed-by-url", "javascript:alert('link')"),
                health("Healthy")),
            parent("circle-a", "circle-b"),
            parent("circle-b", "circle-a"),
            parent("selfish", "selfish"),
            application("large", Map.of(), largeStatus()));
    odd.forEach(demo.cluster()::apply);
    try {
      Await.until(
          "the odd set",
          Duration.ofSeconds(30),
          () ->
              demo.get("/rest/aoa/1.0/sets").body().contains("\"selfish\"")
                  && demo.get("/rest/aoa/1.0/sets/odd/tree").body().contains("\"large\""));
      String title = "Odd resources";
      visitor.signIn("developer").write(title, "odd", "selfish");
      visitor.showAllEverywhere();

      for (String name :
          List.of(
              "odd", "no-status", "odd-health", "link", "circle-a", "circle-b", SCRIPT, "large")) {
        assertThat(visitor.row(name).first()).isVisible();
      }
      assertThat(visitor.page().locator("#main-content")).containsText("selfish");
      assertThat(visitor.row("odd-health")).containsText("Unknown");
      assertThat(visitor.row("no-status")).containsText("Unknown");
      assertThat(visitor.row("circle-a").last()).containsText("leads back");
      assertThat(visitor.page().locator("a[href^='javascript:' i]")).hasCount(0);
      assertThat(visitor.page().locator("#main-content script:not([src])")).hasCount(0);
      assertThat(visitor.problems()).isEmpty();
    } finally {
      odd.forEach(demo.cluster()::delete);
    }
  }

  private static GenericKubernetesResource parent(String name, String... children) {
    Map<String, Object> status = new LinkedHashMap<>(health("Healthy"));
    List<Map<String, Object>> resources = new ArrayList<>();
    for (String child : children) {
      resources.add(
          Map.of(
              "group", "argoproj.io",
              "version", "v1alpha1",
              "kind", "Application",
              "namespace", "argocd",
              "name", child,
              "status", "Synced"));
    }
    status.put("resources", resources);
    return application(name, Map.of(), status);
  }

  private static GenericKubernetesResource application(
      String name, Map<String, String> annotations, Map<String, Object> status) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "argoproj.io/v1alpha1");
    object.put("kind", "Application");
    object.put("metadata", Map.of("namespace", "argocd", "name", name, "annotations", annotations));
    object.put(
        "spec",
        Map.of(
            "project", "default",
            "destination", Map.of("server", "https://kubernetes.default.svc"),
            "source", Map.of("repoURL", "https://git.example.com/odd.git", "path", SCRIPT)));
    if (!status.isEmpty()) {
      object.put("status", status);
    }
    return Serialization.jsonMapper().convertValue(object, GenericKubernetesResource.class);
  }

  private static Map<String, Object> health(String health) {
    return Map.of("health", Map.of("status", health), "sync", Map.of("status", "Synced"));
  }

  /** About five megabytes, several times what a real API server would take. */
  private static Map<String, Object> largeStatus() {
    Map<String, Object> status = new LinkedHashMap<>(health("Healthy"));
    List<Map<String, Object>> resources = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      resources.add(
          Map.of(
              "group", "apps",
              "version", "v1",
              "kind", "Deployment",
              "namespace", "a-namespace-with-a-rather-long-name-for-this-purpose",
              "name", "a-deployment-with-a-rather-long-name-for-this-purpose-" + i,
              "status", "Synced",
              "health", Map.of("status", "Healthy", "message", "all is well with this one")));
    }
    status.put("resources", resources);
    return status;
  }
}
