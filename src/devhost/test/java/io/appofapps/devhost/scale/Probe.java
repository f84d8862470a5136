package io.appofapps.devhost.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.devhost.browser.Revisions;
import io.appofapps.devhost.browser.RunningHost;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One Application, in a set of its own that is small to read, whose changes are waited for on every
 * node. What is measured ends when the node's REST answers with the change, so the preparing of all
 * trees is in it.
 */
final class Probe implements AutoCloseable {

  static final String SET = "probe";
  private static final String CHILD = "probe-child";
  private static final long BETWEEN_NANOS = 10_000_000;
  private static final String APPLICATION =
      """
      {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
       "metadata": {"name": "%s", "namespace": "argocd"},
       "spec": {"project": "default",
        "destination": {"name": "in-cluster", "namespace": "argocd"},
        "source": {"repoURL": "https://git.example.com/probe.git", "path": "."}},
       "status": {"health": {"status": "Healthy"}, "resources": [%s]}}
      """;
  private static final String ENTRY =
      """
      {"group": "argoproj.io", "version": "v1alpha1", "kind": "Application",
       "namespace": "argocd", "name": "%s", "status": "Synced"}
      """;

  private final LoadCluster cluster;
  private final Map<Long, Long> sent = new ConcurrentSkipListMap<>();
  private final List<NavigableMap<Long, Long>> seen = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  /** Begins to look at the nodes. */
  Probe(LoadCluster cluster, RunningHost... nodes) {
    this.cluster = cluster;
    for (RunningHost node : nodes) {
      NavigableMap<Long, Long> times = new ConcurrentSkipListMap<>();
      seen.add(times);
      Thread thread = new Thread(() -> look(node, times), "probe-" + seen.size());
      threads.add(thread);
      thread.start();
    }
  }

  /** Makes the probe and its set. */
  static void create(LoadCluster cluster) {
    cluster.create(APPLICATION.formatted(SET, ENTRY.formatted(CHILD)));
    cluster.create(APPLICATION.formatted(CHILD, ""));
  }

  private void look(RunningHost node, NavigableMap<Long, Long> times) {
    while (open) {
      long value = value(node);
      if (times.isEmpty() || value > times.lastKey()) {
        times.put(value, System.nanoTime());
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  private static long value(RunningHost node) {
    try {
      HttpResponse<String> answer = node.get("/rest/aoa/1.0/sets/" + SET + "/tree");
      return new ObjectMapper()
          .readTree(answer.body()).path("nodes").findParents("name").stream()
              .filter(each -> each.path("name").asText().equals(CHILD))
              .map(each -> each.path("revision").asText())
              .filter(revision -> revision.contains("·"))
              .mapToLong(Revisions::readShown)
              .findFirst()
              .orElse(0);
    } catch (UncheckedIOException | JsonProcessingException e) {
      return 0;
    }
  }

  /** Sends one change; numbers grow. */
  void send(long number) {
    sent.put(number, System.nanoTime());
    cluster.revision(CHILD, number);
  }

  /** Whether all nodes show the last change. */
  boolean isSeen() {
    long last = sent.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    return seen.stream().allMatch(times -> times.ceilingKey(last) != null);
  }

  /** How long each change took to be seen on a node, it or a newer one, in milliseconds. */
  List<Double> millis(int node) {
    return sent.entrySet().stream()
        .map(
            change ->
                (seen.get(node).ceilingEntry(change.getKey()).getValue() - change.getValue()) / 1e6)
        .toList();
  }

  @Override
  public void close() {
    open = false;
    threads.forEach(LockSupport::unpark);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
