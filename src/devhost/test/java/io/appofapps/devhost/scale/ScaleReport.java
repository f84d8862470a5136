package io.appofapps.devhost.scale;

import io.appofapps.democluster.AppSettings;
import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.devhost.browser.RunningNodes;
import io.appofapps.kubernetes.FleetApplication;
import io.appofapps.postgres.LocalPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The scale run, {@code mvn -Pscale}: two nodes on PostgreSQL before a real kube-apiserver with
 * 10,000 Applications of about 6 kB. Prints what it measures and writes it to a file. Needs {@code
 * KUBEBUILDER_ASSETS} and an installed PostgreSQL.
 */
public final class ScaleReport {

  private static final int APPLICATIONS = Integer.getInteger("scale.applications", 10_000);
  private static final int CHANGES = Integer.getInteger("scale.changes", 200);
  private static final int UPDATES = Integer.getInteger("scale.updates", 10_000);
  private static final int IDLE_SECONDS = 75;
  private static final int LISTS = 3;
  private static final long PAGE = 250;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Report report;
  private final LocalPostgres postgres;
  private final LoadCluster cluster;
  private final RunningNodes nodes;
  private final RowCounters counters;
  private final SmallSet small;
  private long lone;

  private ScaleReport(
      Report report, LocalPostgres postgres, LoadCluster cluster, RunningNodes nodes)
      throws Exception {
    this.report = report;
    this.postgres = postgres;
    this.cluster = cluster;
    this.nodes = nodes;
    this.counters = new RowCounters(postgres);
    this.small = new SmallSet(cluster);
  }

  /**
   * Runs all of it.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws Exception {
    if (System.getenv("KUBEBUILDER_ASSETS") == null) {
      throw new IllegalStateException("KUBEBUILDER_ASSETS must name a kube-apiserver and etcd");
    }
    Path home = RunningHost.newHome();
    try (LocalPostgres postgres = LocalPostgres.startOrSkip(RowCounters.SETTINGS);
        LoadCluster cluster = LoadCluster.start(home)) {
      new SmallSet(cluster).create();
      AppSettings.write(home, cluster.kubeconfig(), Optional.empty());
      try (RunningNodes nodes = RunningNodes.start(2, postgres, home, SmallSet.ROOT)) {
        new ScaleReport(new Report(Path.of(arguments[0])), postgres, cluster, nodes).run();
      }
    }
  }

  private void run() throws Exception {
    heap();
    latency();
    manyUpdates();
    idle();
    double list = bareList();
    coldStart(list);
    warmStart();
  }

  private void heap() throws Exception {
    long leader = nodes.node(0).liveHeap();
    long follower = nodes.node(1).liveHeap();
    List<FleetApplication> fleet = FleetApplication.fleet(APPLICATIONS - 2);
    long begin = System.nanoTime();
    cluster.inParallel(
        fleet.stream().<Runnable>map(each -> () -> cluster.create(each.json())).toList());
    report.line(
        "Applications",
        "%d on %s, %.1f kB each, created in %.0f s",
        APPLICATIONS,
        cluster.name(),
        fleet.stream().mapToInt(each -> each.json().length()).average().orElseThrow() / 1024,
        seconds(begin));
    awaitComplete(0);
    awaitComplete(1);
    counters.awaitQuiet();
    heap("heap of node 1's JVM per Application", nodes.node(0).liveHeap() - leader);
    heap("heap of node 2's JVM per Application", nodes.node(1).liveHeap() - follower);
  }

  private void heap(String title, long bytes) {
    report.line(title, "%.1f kB, with all that pages need", bytes / 1024.0 / APPLICATIONS);
  }

  /** The middle of some lists by a client without the app, in seconds. */
  private double bareList() {
    List<Double> lists = new ArrayList<>();
    for (int i = 0; i <= LISTS; i++) {
      long begin = System.nanoTime();
      int found = cluster.list(PAGE).size();
      if (found != applications()) {
        throw new IllegalStateException(found + " Applications were listed");
      }
      lists.add(seconds(begin));
    }
    double middle = Report.percentile(lists.subList(1, lists.size()), 50);
    report.line(
        "bare fabric8 list in pages of " + PAGE, "%.2f s (first %.2f s)", middle, lists.get(0));
    return middle;
  }

  private void coldStart(double list) throws Exception {
    nodes.node(1).switchApp("disable");
    nodes.node(0).switchApp("disable");
    postgres.execute("delete from " + resourceTable());
    counters.reset();
    int before = nodes.node(0).output().size();
    LocalTime begin = LocalTime.now();
    nodes.node(0).switchApp("enable");
    awaitComplete(0);
    LocalTime leads = logged(before, "This node leads connection");
    LocalTime live = logged(before, ": LIVE");
    double listing = millis(leads, live) / 1e3;
    report.line(
        "start without rows to complete snapshot",
        "%.2f s, of which the list phase %.2f s",
        millis(begin, live) / 1e3,
        listing);
    report.line("list phase to bare list", "ratio %.2f", listing / list);
    Await.until("all rows", LIMIT, () -> Health.of(nodes.node(0)).backlog() == 0);
    counters.awaitQuiet();
    report.line(
        "rows written by that start",
        "%d in %d inserts, %d updates, %d selects",
        Health.of(nodes.node(0)).rowsWritten(),
        counters.statements("insert"),
        counters.statements("update"),
        counters.statements("select"));
  }

  private String resourceTable() throws Exception {
    return postgres.ask(
        "select '\"' || relname || '\"' from pg_stat_user_tables"
            + " where relname like 'AO\\_%\\_RESOURCE\\_ROW'");
  }

  private void warmStart() {
    long begin = System.nanoTime();
    nodes.node(1).switchApp("enable");
    awaitComplete(1);
    report.line("start of a follower from rows", "%.2f s", seconds(begin));
  }

  private void latency() throws Exception {
    try (Probe probe = snapshots()) {
      for (int i = 0; i < CHANGES; i++) {
        probe.send(++lone);
        pause();
      }
      tell(probe, "one change, API to snapshot of");
    }
    try (Probe probe = new Probe(small::revision, SmallSet::shown, nodes.node(0), nodes.node(1))) {
      for (int i = 1; i <= CHANGES / 4; i++) {
        probe.send(i);
        pause();
      }
      tell(probe, "one change, API to REST tree of");
    }
  }

  /** Sees how many Applications the nodes have. */
  private Probe snapshots() {
    return new Probe(
        small::createLone,
        node -> Health.of(node).objects() - APPLICATIONS,
        nodes.node(0),
        nodes.node(1));
  }

  private static void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1_000));
  }

  private void tell(Probe probe, String title) {
    Await.until("the last change", LIMIT, probe::isSeen);
    int leader = leader();
    report.percentiles(title + " the leader", probe.millis(leader));
    report.percentiles(title + " a follower", probe.millis(1 - leader));
  }

  /** The number of the node that leads; either may have got the lock first. */
  private int leader() {
    return Health.of(nodes.node(0)).leads() ? 0 : 1;
  }

  private void idle() throws Exception {
    counters.awaitQuiet();
    counters.reset();
    long before = counters.written();
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    report.line(
        "idle writes",
        "%d rows, %d writing statements in %d s (%d reading ones)",
        counters.written() - before,
        counters.writing(),
        IDLE_SECONDS,
        counters.statements("select"));
  }

  private void manyUpdates() {
    RunningHost leader = nodes.node(leader());
    try (Probe probe = snapshots()) {
      UpdateMinute minute =
          new UpdateMinute(cluster, () -> probe.send(nextLone()), UPDATES, APPLICATIONS / 2);
      long written = Health.of(leader).rowsWritten();
      double sent = minute.run(() -> Health.of(leader).backlog());
      long begin = System.nanoTime();
      report.line(
          UPDATES + " updates",
          "accepted by the API in %.0f s (%.0f a minute)",
          sent,
          UPDATES / sent * 60);
      tell(probe, "meanwhile, API to snapshot of");
      report.line("both nodes complete after the last update", "%.2f s", seconds(begin));
      Await.until("all rows", LIMIT, () -> Health.of(leader).backlog() == 0);
      report.line(
          "rows written for it",
          "%d; most waiting at once %d",
          Health.of(leader).rowsWritten() - written,
          minute.mostBacklog());
    }
  }

  private synchronized long nextLone() {
    return ++lone;
  }

  private void awaitComplete(int node) {
    Await.until(
        "all Applications on node " + node,
        LIMIT,
        () -> Health.of(nodes.node(node)).isComplete(applications()));
  }

  /** How many there are, with those that were made on the way. */
  private int applications() {
    return (int) (APPLICATIONS + lone);
  }

  private LocalTime logged(int from, String words) {
    List<String> output = nodes.node(0).output();
    return output.subList(from, output.size()).stream()
        .filter(line -> line.contains(words))
        .map(line -> LocalTime.parse(line.substring(0, "HH:mm:ss.SSS".length())))
        .findFirst()
        .orElseThrow();
  }

  private static double millis(LocalTime begin, LocalTime end) {
    return Duration.between(begin, end).toMillis();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
