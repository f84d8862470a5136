package io.appofapps.devhost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * Markup, script, text from right to left, overrides of direction and characters of four bytes in
 * every field of an Application that the app reads: text in every macro and every output.
 */
@BrowserTest
class HostileTextsIT {

  private static final String ROOT = "hostile";
  private static final String CHILD = "hostile-child";
  private static final String TEXT = "\u05e9\u05dc\u05d5\u05dd \ud83d\ude80";
  private static final String OVERRIDES = "[\\u202a-\\u202e\\u2066-\\u2069]";
  private static final String HANDLERS =
      """
      () => [...document.querySelectorAll('#main-content *')].filter(element =>
        [...element.attributes].some(each => each.name.startsWith('on'))
          || /^\\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') || '')
          || element.matches('script:not([src]), img[src=x], iframe, object, svg script'))
        .map(element => element.outerHTML)
      """;

  @Test
  void everyFieldOfAnApplicationIsTextInEveryMacroAndOutput(Visitor visitor, RunningDemo demo)
      throws IOException {
    List<GenericKubernetesResource> resources = List.of(parent(), child());
    resources.forEach(demo.cluster()::apply);
    try {
      Await.until(
          "the hostile set",
          Duration.ofSeconds(30),
          () -> demo.get("/rest/aoa/1.0/sets/" + ROOT + "/tree").body().contains(CHILD));
      long page = new TestPages(demo).write("DEMO", "Hostile", TestPages.everyMacro(ROOT, CHILD));

      visitor.signIn("developer").open("Hostile");
      visitor.page().locator("section.aoa[data-ready]").last().waitFor();
      assertThat(visitor.page().locator(".aoa-box").allInnerTexts()).isEmpty();
      assertThat((List<?>) visitor.page().evaluate(HANDLERS)).isEmpty();
      String text = visitor.page().locator("#main-content").textContent();
      assertThat(text)
          .contains(TEXT, evil("owner"), evil("message"), evil("project"), evil("revision"))
          .doesNotContainPattern(OVERRIDES);
      assertThat(visitor.problems()).isEmpty();

      Account developer = Account.of(demo, "developer");
      for (String output : TestPages.OUTPUTS) {
        harmless(output, Jsoup.parse(developer.page("Hostile", output)));
      }
      for (String part : List.of("tree", "owners", "environments", "drift")) {
        String json = developer.get("/rest/aoa/1.0/sets/" + ROOT + "/" + part).body();
        assertThat(new ObjectMapper().readTree(json).isObject()).as(part).isTrue();
        assertThat(json).as(part).contains(TEXT);
        assertThat(
                developer
                    .csv("/rest/aoa/1.0/blocks/aoa-" + part + "/csv?set=hostile&page=" + page)
                    .body())
            .as(part)
            .contains(CHILD);
      }
    } finally {
      resources.forEach(demo.cluster()::delete);
    }
  }

  private static void harmless(String output, Document html) {
    assertThat(html.select("#main-content *, .aoa-export *"))
        .as(output)
        .noneMatch(
            element ->
                element.attributes().asList().stream()
                    .anyMatch(attribute -> attribute.getKey().startsWith("on")))
        .noneMatch(element -> element.is("img[src=x], iframe, object"))
        .noneMatch(element -> element.attr("href").strip().matches("(?is)(javascript|data):.*"));
    assertThat(html.body().wholeText())
        .as(output)
        .contains(evil("owner"), evil("message"))
        .doesNotContainPattern(OVERRIDES);
  }

  /** What a page shows of {@link #hostile}. */
  private static String evil(String field) {
    return "<img src=x onerror=alert('" + field + "')>\"& " + TEXT;
  }

  private static String hostile(String field) {
    return evil(field) + "\u202e";
  }

  private static GenericKubernetesResource parent() {
    return application(
        ROOT,
        Map.of("server", "https://kubernetes.default.svc"),
        Map.of(),
        List.of(
            Map.of(
                "group", "argoproj.io",
                "version", "v1alpha1",
                "kind", "Application",
                "namespace", "argocd",
                "name", CHILD,
                "status", "Synced")));
  }

  private static GenericKubernetesResource child() {
    return application(
        CHILD,
        Map.of("name", hostile("cluster"), "namespace", hostile("destination")),
        Map.of(
            "a8r.io/owner",
            hostile("owner"),
            "a8r.io/chat",
            "javascript:alert('chat')",
            "a8r.io/runbook",
            "/relative/../" + hostile("runbook"),
            "a8r.io/repository",
            "https://example.com/\"onmouseover=\"alert('repository')",
            "a8r.io/documentation",
            "ELSEWHERE:" + hostile("documentation"),
            "argocd.argoproj.io/managed-by-url",
            "javascript:alert('managed-by')",
            "link.argocd.argoproj.io/external-link",
            "data:text/html," + hostile("link")),
        List.of(
            Map.of(
                "group", "apps",
                "kind", hostile("kind"),
                "namespace", hostile("namespace"),
                "name", hostile("resource"),
                "status", "OutOfSync",
                "health", Map.of("status", "Degraded", "message", hostile("health")))));
  }

  private static GenericKubernetesResource application(
      String name,
      Map<String, String> destination,
      Map<String, String> annotations,
      List<Map<String, Object>> resources) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "argoproj.io/v1alpha1");
    object.put("kind", "Application");
    object.put(
        "metadata",
        Map.of(
            "namespace",
            "argocd",
            "name",
            name,
            "annotations",
            annotations,
            "labels",
            Map.of("app.kubernetes.io/name", hostile("label"), "env", hostile("env"))));
    object.put("spec", spec(destination));
    Map<String, Object> status = status();
    status.put("resources", resources);
    object.put("status", status);
    return Serialization.jsonMapper().convertValue(object, GenericKubernetesResource.class);
  }

  private static Map<String, Object> spec(Map<String, String> destination) {
    return Map.of(
        "project",
        hostile("project"),
        "destination",
        destination,
        "source",
        Map.of(
            "repoURL", hostile("repository"),
            "path", hostile("path"),
            "targetRevision", hostile("revision")),
        "info",
        List.of(
            Map.of("name", "Team", "value", " \t"), Map.of("name", "Stories", "value", long10())),
        "ignoreDifferences",
        List.of(Map.of("kind", hostile("ignored"), "jsonPointers", List.of(hostile("pointer")))));
  }

  private static Map<String, Object> status() {
    String moment = "2026-01-01T00:00:00Z";
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("health", Map.of("status", "Degraded", "lastTransitionTime", moment));
    status.put("sync", Map.of("status", "OutOfSync", "revision", hostile("commit")));
    status.put(
        "summary",
        Map.of(
            "images",
            new ArrayList<>(List.of("registry/" + hostile("image") + ":1")),
            "externalURLs",
            List.of("javascript:alert('external')", hostile("external"))));
    status.put(
        "conditions",
        List.of(
            Map.of(
                "type",
                "ComparisonError",
                "message",
                hostile("message"),
                "lastTransitionTime",
                moment)));
    status.put(
        "operationState",
        Map.of(
            "phase",
            "Failed",
            "message",
            hostile("operation"),
            "startedAt",
            moment,
            "finishedAt",
            moment));
    return status;
  }

  /** Longer than anybody reads. */
  private static String long10() {
    return "x".repeat(10_000);
  }
}
