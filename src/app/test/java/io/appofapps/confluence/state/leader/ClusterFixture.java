package io.appofapps.confluence.state.leader;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.confluence.state.rows.RowCache;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.kubernetes.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Confluence nodes in one JVM, on one database, in front of one cluster. */
final class ClusterFixture implements AutoCloseable {

  static final String CONNECTION = "c";
  static final Duration LIMIT = Duration.ofSeconds(40);

  final TestActiveObjects ao = TestActiveObjects.h2();
  final FakeLocks locks = new FakeLocks();
  final List<Node> nodes = new ArrayList<>();

  /** What the cluster has: name and value. */
  private final Map<String, String> cluster = new ConcurrentHashMap<>();

  Node node(String name) {
    Node node = new Node(name);
    nodes.add(node);
    node.up();
    return node;
  }

  /** A change in the cluster; whoever watches hears of it. */
  synchronized void put(String name, String value) {
    cluster.put(name, value);
    nodes.stream().filter(node -> node.watching).forEach(node -> node.hears(name, value));
  }

  synchronized Map<String, String> cluster() {
    return new TreeMap<>(cluster);
  }

  void awaitSame(Node node) {
    Await.until(
        LIMIT,
        () -> node.name + " to have " + cluster() + " but it has " + node.values(),
        () -> node.values().equals(cluster()));
  }

  void awaitLeader(Node node) {
    Await.until(LIMIT, () -> node.name + " to lead", () -> node.watching);
  }

  private static AppProject project(String name, String value) {
    return new AppProject(
        new ApplicationKey(CONNECTION, "argocd", name), value, Map.of(), List.of());
  }

  @Override
  public void close() {
    nodes.forEach(Node::down);
    ao.close();
  }

  /** One Confluence node; its watcher is this fixture. */
  final class Node implements ConnectionDuty, ThisNode {
    final String name;
    final StateStore store = new StateStore();
    final RowCache rows = new RowCache(ao, store, this);
    final Leadership leadership;
    volatile boolean watching;
    private volatile boolean running;

    Node(String name) {
      this.name = name;
      this.leadership = new Leadership(locks.of(name), rows, this, store);
    }

    void up() {
      running = true;
      store.configure(List.of(CONNECTION));
      rows.start();
      leadership.start();
    }

    void down() {
      if (running) {
        running = false;
        leadership.stop();
        rows.stop();
      }
    }

    @Override
    public void begin(String connection) {
      synchronized (ClusterFixture.this) {
        watching = true;
        store.replace(
            ResourceKind.APP_PROJECT,
            Scope.all(CONNECTION),
            cluster.entrySet().stream().map(e -> project(e.getKey(), e.getValue())).toList());
        store.connection(CONNECTION, ConnectionState.Phase.LIVE, "", Optional.of(Instant.now()));
      }
    }

    @Override
    public void end(String connection) {
      synchronized (ClusterFixture.this) {
        watching = false;
      }
    }

    void hears(String key, String value) {
      store.apply(List.of(new Change.Upsert<>(ResourceKind.APP_PROJECT, project(key, value))));
    }

    Map<String, String> values() {
      Map<String, String> values = new TreeMap<>();
      store
          .current()
          .projects()
          .forEach((key, project) -> values.put(key.name(), project.description()));
      return values;
    }

    ConnectionState state() {
      return store.current().connections().get(CONNECTION);
    }

    @Override
    public String node() {
      return name;
    }

    @Override
    public String start() {
      return "1";
    }
  }
}
