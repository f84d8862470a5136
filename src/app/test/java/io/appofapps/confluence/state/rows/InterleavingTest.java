package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order: no reader sees a value go back, and all end up alike. */
class InterleavingTest {

  private static final int NODES = 3;
  private static final int KEYS = 3;
  private static final int SECONDS_TO_SETTLE = 8;

  @Property(tries = 400, seed = "-52485456083036784")
  void valuesNeverGoBackAndNodesConverge(
      @ForAll @Size(max = 60) List<@IntRange(max = 6 * NODES * KEYS - 1) Integer> steps) {
    try (TestActiveObjects ao = TestActiveObjects.h2()) {
      World world = new World(ao);
      for (int step : steps) {
        world.step(step % 6, step / 6 % NODES, step / 6 / NODES);
        world.check();
      }
      world.second();
      world.leads(0);
      world.lists(0);
      for (int second = 0; second < SECONDS_TO_SETTLE; second++) {
        world.second();
        world.check();
      }
      world.checkConverged();
    }
  }

  private static final class World {
    private final Map<String, String> cluster = new TreeMap<>();
    private final List<RowNode> nodes = new ArrayList<>();
    private final boolean[] led = new boolean[NODES];
    private final boolean[] watching = new boolean[NODES];
    private final List<Map<String, Integer>> seen = new ArrayList<>();
    private int counter;

    World(TestActiveObjects ao) {
      for (int i = 0; i < NODES; i++) {
        nodes.add(new RowNode("n" + i, ao));
        seen.add(new HashMap<>());
      }
    }

    void step(int kind, int node, int key) {
      switch (kind) {
        case 0, 1 -> changes("k" + key);
        case 2 -> leads(node);
        case 3 -> lists(node);
        case 4 -> looks(node);
        default -> second();
      }
    }

    /** The counter goes up in the cluster; everybody who watches hears it. */
    private void changes(String key) {
      cluster.put(key, Integer.toString(++counter));
      for (int i = 0; i < NODES; i++) {
        if (watching[i]) {
          nodes.get(i).hears(key, cluster.get(key));
        }
      }
    }

    /** The node is given the lock; who led before is not told. */
    void leads(int node) {
      if (!nodes.get(node).connection.isLeading()) {
        ends(node);
        nodes.get(node).leads();
        led[node] = true;
      }
    }

    void lists(int node) {
      if (nodes.get(node).connection.isLeading()) {
        nodes.get(node).lists(cluster).isLive(Instant.now());
        watching[node] = true;
      }
    }

    private void looks(int node) {
      nodes.get(node).looks();
      ends(node);
    }

    private void writes(int node) {
      try {
        nodes.get(node).writes();
      } catch (FencedException e) {
        ends(node);
      }
    }

    /** As leadership does when it finds its term over. */
    private void ends(int node) {
      if (led[node] && !nodes.get(node).connection.isLeading()) {
        led[node] = false;
        watching[node] = false;
        nodes.get(node).connection.ended();
      }
    }

    void second() {
      for (int i = 0; i < NODES; i++) {
        writes(i);
      }
      for (int i = 0; i < NODES; i++) {
        nodes.get(i).waits(Duration.ofSeconds(1));
        looks(i);
      }
    }

    void check() {
      for (int i = 0; i < NODES; i++) {
        for (Map.Entry<String, String> entry : nodes.get(i).values().entrySet()) {
          int value = Integer.parseInt(entry.getValue());
          Integer before = seen.get(i).put(entry.getKey(), value);
          assertThat(value)
              .as("%s on node %d", entry.getKey(), i)
              .isGreaterThanOrEqualTo(before == null ? 0 : before);
        }
        assertThat(nodes.get(i).values().keySet()).containsAll(seen.get(i).keySet());
      }
    }

    void checkConverged() {
      nodes.forEach(node -> assertThat(node.values()).isEqualTo(cluster));
    }
  }
}
