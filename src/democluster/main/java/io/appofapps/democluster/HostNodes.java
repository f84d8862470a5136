package io.appofapps.democluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** The hosts that the demo starts, one or several nodes. When one dies the others go on. */
final class HostNodes implements AutoCloseable {
  private final List<HostProcess> hosts = new ArrayList<>();
  private final List<CompletableFuture<Integer>> ends = new ArrayList<>();
  private final Consumer<String> lines;

  private HostNodes(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Starts all of them at the same time.
   *
   * @param lines receives each line that a host prints, and who has ended
   */
  static HostNodes start(DemoOptions options, Consumer<String> lines) {
    HostNodes nodes = new HostNodes(lines);
    try {
      for (int node = 0; node < options.nodes(); node++) {
        nodes.add(
            HostProcess.start(
                options.hostClasses(),
                options.hostDependencies(),
                options.hostProperties(node),
                lines));
      }
      return nodes;
    } catch (RuntimeException e) {
      nodes.close();
      throw e;
    }
  }

  private void add(HostProcess host) {
    String name = DemoOptions.nodeName(hosts.size());
    hosts.add(host);
    ends.add(host.end().whenComplete((exit, error) -> told(name, exit)));
  }

  private void told(String name, Integer exit) {
    if (hosts.size() > 1) {
      lines.accept("The host " + name + " has ended with exit code " + exit);
    }
  }

  /**
   * Waits until all have ended.
   *
   * @throws IllegalStateException when none of them ended well
   */
  void await() throws InterruptedException {
    List<Integer> exits = new ArrayList<>();
    for (CompletableFuture<Integer> end : ends) {
      try {
        exits.add(end.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    if (!exits.contains(0)) {
      throw new IllegalStateException("The host ended with exit code " + exits.get(0));
    }
  }

  @Override
  public void close() {
    hosts.forEach(HostProcess::close);
  }
}
