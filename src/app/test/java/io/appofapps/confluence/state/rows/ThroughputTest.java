package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 10,000 updates a minute, as fast as they come: 167 in each second's write. */
class ThroughputTest {

  private static final int RESOURCES = 500;
  private static final int UPDATES = 10_000;
  private static final int PER_SECOND = 167;

  @Test
  void row49_tenThousandUpdatesAreCoalescedAndSeenByAFollowerWithinSeconds() {
    try (TestActiveObjects ao = TestActiveObjects.h2()) {
      Map<String, String> cluster = new HashMap<>();
      for (int i = 0; i < RESOURCES; i++) {
        cluster.put("app-" + i, "0");
      }
      RowNode leader = new RowNode("a", ao).leads().lists(cluster).writes();
      RowNode follower = new RowNode("b", ao).looks();
      long before = leader.rows.written();
      List<Long> rounds = new ArrayList<>();
      for (int update = 0; update < UPDATES; ) {
        for (int i = 0; i < PER_SECOND && update < UPDATES; i++, update++) {
          // every resource of a rollout is heard of several times within a second
          String name = "app-" + update / 4 % RESOURCES;
          cluster.put(name, Integer.toString(update));
          leader.hears(name, cluster.get(name));
        }
        long start = System.nanoTime();
        leader.writes();
        follower.looks();
        rounds.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(follower.values()).isEqualTo(cluster);
      }
      Collections.sort(rounds);
      long p95 = rounds.get(rounds.size() * 95 / 100);
      long written = leader.rows.written() - before;
      System.out.printf(
          "%d updates: %d rows written; write and read p95 %d ms, worst %d ms%n",
          UPDATES, written, p95, rounds.get(rounds.size() - 1));
      assertThat(written).isLessThan(UPDATES / 3);
      assertThat(p95).as("within the second that the writer has").isLessThan(1_000);
    }
  }
}
