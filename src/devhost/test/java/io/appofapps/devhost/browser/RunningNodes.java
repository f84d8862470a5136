package io.appofapps.devhost.browser;

import io.appofapps.democluster.EmbeddedDemo;
import io.appofapps.postgres.LocalPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Several nodes on one PostgreSQL and one shared home. */
public final class RunningNodes implements AutoCloseable {

  private static final String DEMO_SET = "hq";

  private final Path home;
  private final LocalPostgres postgres;
  private final String set;
  private final List<RunningHost> nodes = new ArrayList<>();

  private RunningNodes(Path home, LocalPostgres postgres, String set) {
    this.home = home;
    this.postgres = postgres;
    this.set = set;
  }

  /**
   * Starts all nodes at the same time on the database, before a demo, and waits until all of them
   * know its set.
   */
  public static RunningNodes start(int count, LocalPostgres postgres, EmbeddedDemo demo) {
    Path home = RunningHost.newHome();
    demo.configure(home);
    return start(count, postgres, home, DEMO_SET);
  }

  /**
   * Starts all nodes at the same time on the database and the home, where the app's settings are,
   * and waits until all of them know the set.
   */
  public static RunningNodes start(int count, LocalPostgres postgres, Path home, String set) {
    RunningNodes started = new RunningNodes(home, postgres, set);
    try {
      started.startAll(count);
      return started;
    } catch (RuntimeException | AssertionError e) {
      started.close();
      throw e;
    }
  }

  private void startAll(int count) {
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
        set);
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

  @Override
  public void close() {
    nodes.forEach(RunningHost::close);
  }
}
