package io.appofapps.confluence.state.leader;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.cluster.TestRules;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.confluence.state.rows.RowCache;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.kubernetes.Await;
import io.appofapps.kubernetes.Fault;
import io.appofapps.kubernetes.FaultProxy;
import io.appofapps.kubernetes.RealKubernetes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer counts up in a real API server for a minute, while everything goes wrong between the
 * server and the app, leadership moves and the database goes away. Two nodes with all that lies
 * between cluster and page are in this JVM, so that their snapshots, from which pages are made, can
 * be read without a pause.
 */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class CounterIT {

  private static final Duration TIME = Duration.ofMinutes(1);
  private static final Duration ARRIVES = Duration.ofSeconds(45);
  private static final String CONNECTION = "default";

  /** A busy machine looks seldom; fewer than that would hardly be a look. */
  private static final int LEAST_SEEN = 10;

  @TempDir Path folder;

  private final List<String> setbacks = new CopyOnWriteArrayList<>();
  private final Set<Phase> phases = new ConcurrentSkipListSet<>();
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void noReaderSeesACounterGoBackThroughAllFaultsAndTheLastValueArrives() throws Exception {
    long seed = Long.getLong("counter.seed", System.nanoTime());
    System.out.println("Seed of the faults: -Dcounter.seed=" + seed);
    try (RealKubernetes server = RealKubernetes.start(folder);
        FaultProxy proxy = FaultProxy.before(server);
        CounterWriter writer = CounterWriter.start(server);
        TestActiveObjects ao = TestActiveObjects.h2()) {
      FakeLocks locks = new FakeLocks();
      Node one = new Node("one", ao, locks, proxy);
      Node two = new Node("two", ao, locks, proxy);
      try {
        Await.until(
            ARRIVES, () -> "both to show the counter", () -> one.value() > 0 && two.value() > 0);
        List<Reader> readers = Stream.of(one, one, two, two).map(node -> new Reader(node)).toList();
        disturb(new Random(seed), proxy, locks, ao);

        long last = writer.end();
        Await.until(
            ARRIVES,
            () ->
                "the last value "
                    + last
                    + "; "
                    + one.value()
                    + ", "
                    + two.value()
                    + ", "
                    + one.state(),
            () -> one.value() == last && two.value() == last);
        stop.set(true);
        for (Reader reader : readers) {
          reader.thread.join();
          assertThat(reader.seen).as("different values").hasSizeGreaterThan(LEAST_SEEN);
        }
        assertThat(setbacks).isEmpty();
        assertThat(phases).as("the faults were felt").contains(Phase.LIVE).hasSizeGreaterThan(2);
        System.out.printf(
            "Counted to %d through %s; the readers saw %s different values%n",
            last, phases, readers.stream().map(reader -> reader.seen.size()).toList());
      } finally {
        stop.set(true);
        one.close();
        two.close();
      }
    }
  }

  /** All faults in random order, again and again until the time is over; then none. */
  private static void disturb(
      Random random, FaultProxy proxy, FakeLocks locks, TestActiveObjects ao) {
    long end = System.nanoTime() + TIME.toNanos();
    List<Fault> order = new ArrayList<>();
    while (System.nanoTime() < end) {
      if (order.isEmpty()) {
        order.addAll(List.of(Fault.values()));
        order.remove(Fault.NONE);
        Collections.shuffle(order, random);
      }
      proxy.set(order.remove(0));
      ao.away.set(random.nextInt(4) == 0);
      if (random.nextInt(4) == 0) {
        locks.release(random.nextBoolean() ? "one" : "two");
      }
      pause(500 + random.nextInt(1_500));
      proxy.set(Fault.NONE);
      ao.away.set(false);
      pause(random.nextInt(2_500));
    }
  }

  private static void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  /** Looks at a node's snapshot without a pause. */
  private final class Reader {
    final Set<Long> seen = new ConcurrentSkipListSet<>();
    final Thread thread;

    Reader(Node node) {
      thread =
          new Thread(
              () -> {
                long before = 0;
                while (!stop.get()) {
                  long value = node.value();
                  if (value < before) {
                    setbacks.add(node.name + " went from " + before + " to " + value);
                  }
                  before = value;
                  seen.add(value);
                  phases.add(node.state().phase());
                  LockSupport.parkNanos(100_000);
                }
              },
              "reader");
      thread.start();
    }
  }

  /** All of the app that lies between cluster and pages. */
  private static final class Node implements ThisNode, AutoCloseable {
    private final String name;
    private final StateStore store = new StateStore();
    private final RowCache rows;
    private final Connections connections;
    private final Leadership leadership;

    Node(String name, ActiveObjects ao, FakeLocks locks, FaultProxy proxy) {
      this.name = name;
      TestConfiguration configuration = new TestConfiguration();
      configuration.secret("default.kubeconfig", proxy.kubeconfig("admin-token"));
      configuration.set(
          TestConfiguration.connection(
              CONNECTION,
              Optional.empty(),
              new SignIn.Kubeconfig(
                  TestConfiguration.reference("default.kubeconfig"), Optional.empty()),
              List.of()));
      rows = new RowCache(ao, store, this);
      connections = new Connections(configuration, configuration.secrets, new TestRules(), store);
      leadership = new Leadership(locks.of(name), rows, connections, store);
      rows.start();
      connections.start();
      leadership.start();
    }

    /** The counter as pages would show it, 0 before it was seen. */
    long value() {
      Application counter =
          store
              .current()
              .applications()
              .get(new ApplicationKey(CONNECTION, "argocd", CounterWriter.NAME));
      return counter == null ? 0 : Long.parseLong(counter.revisions().get(0));
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

    @Override
    public void close() {
      leadership.stop();
      connections.stop();
      rows.stop();
    }
  }
}
