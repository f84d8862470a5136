package io.appofapps.devhost.browser;

import io.appofapps.democluster.AppSettings;
import io.appofapps.democluster.DemoData;
import io.appofapps.democluster.EmbeddedCluster;
import io.appofapps.postgres.LocalPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Several nodes on one PostgreSQL and one shared home, beside an embedded cluster. */
public final class RunningNodes implements AutoCloseable {

  private static final String SET = "hq";

  private final Path home = RunningHost.newHome();
  private final EmbeddedCluster cluster = EmbeddedCluster.start();
  private final LocalPostgres postgres;
  private final List<RunningHost> nodes = new ArrayList<>();

  private RunningNodes(LocalPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts all nodes at the same time on the database, and waits until all of them know the set.
   */
  public static RunningNodes start(int count, LocalPostgres postgres) {
    RunningNodes started = new RunningNodes(postgres);
    try {
      started.startAll(count);
      return started;
    } catch (RuntimeException | AssertionError e) {
      started.close();
      throw e;
    }
  }

  private void startAll(int count) {
    DemoData.seed(cluster);
    Path kubeconfig = home.resolve("shared-home").resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    AppSettings.write(home, kubeconfig, Optional.of("https://argocd.example.com"));
    List<CompletableFuture<RunningHost>> starting = new ArrayList<>();
    for (int node = 0; node < count; node++) {
      int number = node;
      starting.add(
          CompletableFuture.supplyAsync(
              () -> startNode(number), work -> new Thread(work, "start-node").start()));
    }
    starting.forEach(start -> nodes.add(start.join()));
  }

  private RunningHost startNode(int node) {
    String name = "node-" + (node + 1);
    return RunningHost.start(
        home.resolve(name),
        Map.of(
            "host.db.url", postgres.url(),
            "host.db.user", postgres.user(),
            "host.node", name,
            "host.sharedHome", home.resolve("shared-home").toString()),
        SET);
  }

  /** The node, counted from 0. */
  public RunningHost node(int number) {
    return nodes.get(number);
  }

  /** Ends the node, if it still runs, and starts it again on its home. */
  public RunningHost restart(int number) {
    nodes.get(number).close();
    nodes.set(number, startNode(number));
    return nodes.get(number);
  }

  /** The cluster that all nodes read. */
  public EmbeddedCluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    nodes.forEach(RunningHost::close);
    cluster.close();
  }
}
