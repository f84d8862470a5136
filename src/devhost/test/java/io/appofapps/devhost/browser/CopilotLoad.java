package io.appofapps.devhost.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.democluster.AppSettings;
import io.appofapps.kubernetes.FleetApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The load run, {@code mvn -Pcopilot-load}: tools of the MCP server are called in turn over a state
 * of 10,000 Applications, and in the same turn the baseline, {@code GET /rest/aoa/1.0/sets}. On a
 * real kube-apiserver when {@code KUBEBUILDER_ASSETS} is set, else on the embedded API. Bounded by
 * the number of calls and by time.
 */
public final class CopilotLoad {

  private static final int APPLICATIONS = Integer.getInteger("load.applications", 10_000);
  private static final int CALLS = Integer.getInteger("load.calls", 200);
  private static final int WARM_UP = 30;
  private static final long LIMIT = TimeUnit.MINUTES.toNanos(8);
  private static final Duration START = Duration.ofMinutes(10);
  private static final String BASELINE = "/rest/aoa/1.0/sets";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningHost host;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Map<String, Object>> tools = new LinkedHashMap<>();
  private final Map<String, List<Double>> millis = new LinkedHashMap<>();

  private CopilotLoad(RunningHost host) {
    this.host = host;
    String set = LoadCluster.ROOT;
    tools.put("list_deployment_sets", Map.of());
    tools.put("get_deployment_tree", Map.of("set", set, "depth", 3, "limit", 100));
    tools.put("get_application", Map.of("set", set, "application", FleetApplication.service(7)));
    tools.put("find_drift", Map.of("set", set, "limit", 50));
    tools.put("find_missing_metadata", Map.of("set", set, "limit", 50));
    tools.put("who_deployed", Map.of("set", set, "application", FleetApplication.service(7)));
    tools.put("get_page_context", Map.of("set", set, "application", FleetApplication.service(7)));
  }

  public static void main(String[] arguments) {
    Path home = RunningHost.newHome();
    try (LoadCluster cluster = LoadCluster.start(home)) {
      cluster.create(APPLICATIONS);
      AppSettings.write(home, cluster.kubeconfig(), Optional.empty());
      try (RunningHost host = RunningHost.start(home, LoadCluster.ROOT)) {
        Await.until("all Applications", START, () -> applications(host) == APPLICATIONS);
        new CopilotLoad(host).run(cluster.name());
      }
    }
  }

  private static int applications(RunningHost host) {
    return json(host.get(BASELINE).body()).path("sets").path(0).path("applications").asInt();
  }

  private void run(String cluster) {
    allow();
    long end = System.nanoTime() + LIMIT;
    int rounds = 0;
    for (int i = 0; i < WARM_UP + CALLS && System.nanoTime() < end; i++) {
      boolean counts = i >= WARM_UP;
      for (Map.Entry<String, Map<String, Object>> tool : tools.entrySet()) {
        note(counts, tool.getKey(), () -> call(tool.getKey(), tool.getValue()));
      }
      note(counts, BASELINE, () -> ok(host.get(BASELINE)));
      rounds += counts ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%d Applications on %s, %d calls of each tool after %d to warm up%n",
        APPLICATIONS,
        cluster,
        rounds,
        WARM_UP);
    double baseline = PageLoad.percentile(millis.get(BASELINE), 95);
    PageLoad.print("baseline: GET " + BASELINE, millis.get(BASELINE));
    for (String tool : tools.keySet()) {
      PageLoad.print(tool, millis.get(tool));
      System.out.printf(
          Locale.ROOT,
          "%-28s p95, tool to baseline: %.2f%n",
          "",
          PageLoad.percentile(millis.get(tool), 95) / baseline);
    }
  }

  private void note(boolean counts, String what, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    double took = (System.nanoTime() - begin) / 1e6;
    if (counts) {
      millis.computeIfAbsent(what, ignored -> new ArrayList<>()).add(took);
    }
  }

  /** As many calls as the run makes. */
  private void allow() {
    ok(
        send(
            request("/rest/aoa/1.0/admin/copilot")
                .header("X-Atlassian-Token", "no-check")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"callsPerMinute\": 6000}"))
                .build()));
    Await.until(
        "the rule", START, () -> host.get("/rest/aoa/1.0/admin/copilot").body().contains("6000"));
  }

  private void call(String tool, Map<String, Object> arguments) {
    try {
      String body =
          JSON.writeValueAsString(
              Map.of(
                  "jsonrpc",
                  "2.0",
                  "id",
                  1,
                  "method",
                  "tools/call",
                  "params",
                  Map.of("name", tool, "arguments", arguments)));
      HttpResponse<String> answer =
          ok(
              send(
                  request(McpClient.PATH)
                      .header("Accept", "application/json, text/event-stream")
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build()));
      if (!answer.body().contains("\"structuredContent\"")) {
        throw new IllegalStateException(tool + " answered " + answer.body());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(host.url() + path))
        .header("Authorization", "Bearer " + host.token("admin"))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static HttpResponse<String> ok(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
