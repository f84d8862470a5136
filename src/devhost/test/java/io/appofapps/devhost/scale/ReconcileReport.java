package io.appofapps.devhost.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.democluster.AppSettings;
import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.devhost.browser.RunningNodes;
import io.appofapps.postgres.LocalPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Measures the reading of documentation: a full run and one after some changes, with their times,
 * statements and memory; and a run that is killed at half, which must end with the same findings.
 */
public final class ReconcileReport {

  private static final int APPLICATIONS = Integer.getInteger("reconcile.applications", 10_000);
  private static final int PAGES = Integer.getInteger("reconcile.pages", 5_000);
  private static final int CHANGED = Integer.getInteger("reconcile.changed", 50);
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /** Each look at the state is a statement that is counted. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final String PATH = "/rest/aoa/1.0/admin/reconcile";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Report report;
  private final RunningNodes nodes;
  private final RowCounters counters;
  private final Wiki wiki;

  private ReconcileReport(Report report, LocalPostgres postgres, RunningNodes nodes)
      throws Exception {
    this.report = report;
    this.nodes = nodes;
    this.counters = new RowCounters(postgres);
    this.wiki = new Wiki(nodes.node(0));
  }

  /**
   * Runs all of it.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws Exception {
    Path home = RunningHost.newHome();
    try (LocalPostgres postgres = LocalPostgres.startOrSkip(RowCounters.SETTINGS);
        LoadCluster cluster = LoadCluster.start(home)) {
      cluster.create(APPLICATIONS);
      AppSettings.write(home, cluster.kubeconfig(), Optional.empty());
      try (RunningNodes nodes = RunningNodes.start(1, postgres, home, LoadCluster.ROOT)) {
        Await.until(
            "all Applications", LIMIT, () -> Health.of(nodes.node(0)).isComplete(APPLICATIONS));
        new ReconcileReport(new Report(Path.of(arguments[0])), postgres, nodes).run();
      }
    }
  }

  private RunningHost host() {
    return nodes.node(0);
  }

  private void run() throws Exception {
    long begin = System.nanoTime();
    wiki.create(PAGES);
    report.line(
        "Pages", "%d beside %d Applications, made in %.0f s", PAGES, APPLICATIONS, seconds(begin));
    awaitIdle();
    long before = host().liveHeap();
    measured("full run", true);
    report.line("heap it leaves behind", "%.1f MB", (host().liveHeap() - before) / 1024.0 / 1024);
    measured("run without changes", false);
    wiki.change(CHANGED);
    measured("run after " + CHANGED + " changed pages", false);
    String findings = findings();
    killedAtHalf();
    report.line("findings after the kill", "%s", difference(findings, findings()));
  }

  private void measured(String title, boolean full) throws Exception {
    counters.reset();
    long begin = System.nanoTime();
    start(full);
    JsonNode run = awaitEnd();
    double seconds = seconds(begin);
    long statements = counters.statements("select") + counters.writing();
    report.line(
        title,
        "%.1f s, %d pages looked at, %d read, %d findings, %d statements (%.0f a second)",
        seconds,
        run.path("pages").asInt(),
        run.path("read").asInt(),
        run.path("findings").asInt(),
        statements,
        statements / seconds);
  }

  private void killedAtHalf() throws Exception {
    start(true);
    Await.until(
        "half of it",
        LIMIT,
        BETWEEN_LOOKS,
        () -> state().path("run").path("pages").asInt() > PAGES / 2);
    int pages = state().path("run").path("pages").asInt();
    host().kill();
    nodes.restart(0);
    Await.until("all Applications", LIMIT, () -> Health.of(host()).isComplete(APPLICATIONS));
    JsonNode run = awaitEnd();
    report.line(
        "killed at",
        "%d pages; resumed %d time(s), %d pages in the end",
        pages,
        run.path("resumed").asInt(),
        run.path("pages").asInt());
  }

  private void start(boolean full) {
    int status = host().post(PATH + "?full=" + full, "").statusCode();
    if (status != 202) {
      throw new IllegalStateException("A run was answered with " + status);
    }
  }

  private void awaitIdle() {
    Await.until(
        "no run", LIMIT, BETWEEN_LOOKS, () -> state().path("state").asText().equals("idle"));
  }

  private JsonNode awaitEnd() throws InterruptedException {
    awaitIdle();
    TimeUnit.SECONDS.sleep(1);
    awaitIdle();
    return state().path("lastRuns").path(0);
  }

  private static String difference(String before, String after) {
    if (before.equals(after)) {
      return "the same";
    }
    int at = 0;
    while (at < Math.min(before.length(), after.length())
        && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    return "OTHER: " + around(before, at) + " was, " + around(after, at) + " is";
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 150));
  }

  private String findings() {
    return state().path("findings").toString() + host().get(PATH + "/orphans").body();
  }

  private JsonNode state() {
    try {
      return JSON.readTree(host().get(PATH).body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
