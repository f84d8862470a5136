package io.appofapps.devhost.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.beehive.ClusterLock;
import io.appofapps.devhost.db.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, whatever database it is; their clocks are the test's. */
abstract class ClusterLocksContract {

  private static final String NAME = "a.lock";
  private static final Liveness LIVENESS =
      new Liveness(Duration.ofSeconds(2), Duration.ofSeconds(10));

  private final AtomicLong clock = new AtomicLong();
  private final ExecutorService otherThread = Executors.newCachedThreadPool();
  private Database database;
  private Node a;
  private Node b;

  /** An empty database. */
  abstract Database database() throws Exception;

  @BeforeEach
  void start() throws Exception {
    database = database();
    a = Node.resting(database, "a", LIVENESS, clock::get);
    b = Node.resting(database, "b", LIVENESS, () -> clock.get() + TimeUnit.DAYS.toNanos(1));
  }

  @AfterEach
  void stop() {
    otherThread.shutdownNow();
    a.close();
    b.close();
    database.close();
  }

  private static ClusterLock lock(Node node) {
    return new ClusterLocks(node).getLockForName(NAME);
  }

  private void secondsPass(int seconds, Node... living) {
    for (int second = 0; second < seconds; second += 2) {
      clock.addAndGet(TimeUnit.SECONDS.toNanos(2));
      for (Node node : living) {
        node.beat();
      }
    }
  }

  @Test
  void onlyOneNodeHoldsALock() {
    ClusterLock ofA = lock(a);
    ClusterLock ofB = lock(b);
    assertThat(ofA.tryLock()).isTrue();
    assertThat(ofB.tryLock()).isFalse();
    ofA.unlock();
    assertThat(ofB.tryLock()).isTrue();
    assertThat(new ClusterLocks(a).getLockForName("another").tryLock()).isTrue();
  }

  @Test
  void aLockIsFreeAfterAsManyUnlocksAsLocks() {
    ClusterLock ofA = lock(a);
    ofA.lock();
    assertThat(ofA.tryLock()).isTrue();
    ofA.unlock();
    assertThat(lock(b).tryLock()).isFalse();
    ofA.unlock();
    assertThat(lock(b).tryLock()).isTrue();
  }

  @Test
  void aLockBelongsToItsThread() {
    ClusterLocks locks = new ClusterLocks(a);
    ClusterLock held = locks.getLockForName(NAME);
    held.lock();
    ClusterLock same = locks.getLockForName(NAME);
    assertThat(CompletableFuture.supplyAsync(same::tryLock, otherThread).join()).isFalse();
    assertThatThrownBy(() -> CompletableFuture.runAsync(same::unlock, otherThread).join())
        .hasCauseInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(lock(b)::unlock).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void waitsForALockNoLongerThanTold() throws Exception {
    ClusterLock ofA = lock(a);
    ofA.lock();
    assertThat(lock(b).tryLock(0, TimeUnit.SECONDS)).isFalse();
    long before = System.nanoTime();
    assertThat(lock(b).tryLock(200, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(190));
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> waitMinute(lock(b)), otherThread);
    ofA.unlock();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean waitMinute(ClusterLock lock) {
    try {
      return lock.tryLock(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void threadsOfBothNodesNeverHoldItTogether() throws Exception {
    int threads = 6;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(threads);
    ClusterLock[] locks = {lock(a), lock(b)};
    for (int i = 0; i < threads; i++) {
      ClusterLock lock = locks[i % 2];
      otherThread.execute(
          () -> {
            for (int round = 0; round < 5; round++) {
              lock.lock();
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              inside.decrementAndGet();
              lock.unlock();
            }
            done.countDown();
          });
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(most).hasValue(1);
  }

  @Test
  void theLocksOfADeadNodeAreFreeWhenItsHeartbeatHasStoodStill() {
    assertThat(lock(a).tryLock()).isTrue();
    secondsPass(10, b);
    assertThat(lock(b).tryLock()).isFalse();
    secondsPass(4, b);
    assertThat(lock(b).tryLock()).isTrue();
  }

  @Test
  void aNodeThatLivesKeepsItsLocks() {
    assertThat(lock(a).tryLock()).isTrue();
    secondsPass(60, a, b);
    assertThat(lock(b).tryLock()).isFalse();
  }

  @Test
  void aNodeThatSleptIsNotToldButGetsTheLockOnlyWhenItIsFree() {
    ClusterLock ofA = lock(a);
    ofA.lock();
    secondsPass(14, b);
    ClusterLock ofB = lock(b);
    assertThat(ofB.tryLock()).isTrue();

    a.beat();
    assertThat(ofA.tryLock()).isFalse();
    ofA.unlock();
    assertThat(ofA.tryLock()).isFalse();
    assertThat(ofB.tryLock()).as("b still holds it").isTrue();
    ofB.unlock();
    ofB.unlock();
    assertThat(ofA.tryLock()).isTrue();
  }

  @Test
  void aNodeThatSleptDoesNotPutTheOthersOut() {
    a.beat();
    assertThat(lock(b).tryLock()).isTrue();
    clock.addAndGet(TimeUnit.SECONDS.toNanos(60));
    a.beat();
    assertThat(lock(a).tryLock()).as("b has not been watched long enough").isFalse();
  }

  @Test
  void aNodeThatWasPutOutHoldsWhatItTakesBeforeItsNextHeartbeat() {
    secondsPass(14, b);
    ClusterLock ofA = lock(a);
    assertThat(ofA.tryLock()).isTrue();
    secondsPass(8, b);
    assertThat(lock(b).tryLock()).isFalse();
    secondsPass(6, b);
    assertThat(lock(b).tryLock()).as("then a is out again").isTrue();
  }

  @Test
  void aNodeThatLeavesFreesItsLocksAtOnce() {
    assertThat(lock(a).tryLock()).isTrue();
    a.close();
    assertThat(lock(b).tryLock()).isTrue();
  }

  @Test
  void aHostThatIsAloneForgetsTheLocksOfItsLastRun() {
    assertThat(lock(a).tryLock()).isTrue();
    try (Node alone = Node.start(database, Optional.empty(), LIVENESS)) {
      assertThat(lock(alone).tryLock()).isTrue();
      assertThat(alone.isClustered()).isFalse();
      assertThat(alone.getThisNodeInformation()).isNull();
    }
  }

  @Test
  void nodesHaveIdentifiersOfTheirOwn() {
    assertThat(a.isClustered()).isTrue();
    assertThat(a.getThisNodeInformation().getAnonymizedNodeIdentifier())
        .isNotEqualTo(b.getThisNodeInformation().getAnonymizedNodeIdentifier());
  }
}
