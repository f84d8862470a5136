package io.appofapps.devhost.cluster;

import com.atlassian.beehive.ClusterLock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock of one thread of one node, re-entrant. Whether it is held is for the database to say, each
 * time it is asked for. A thread whose node was put out meanwhile is not told, as in the product:
 * its {@code unlock} passes, but it gets the lock anew only when nobody else holds it.
 */
final class DatabaseLock implements ClusterLock {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private record Hold(String token, int depth) {}

  private final String name;
  private final Node node;
  private final Map<Thread, Hold> holds = new ConcurrentHashMap<>();

  DatabaseLock(String name, Node node) {
    this.name = name;
    this.node = node;
  }

  @Override
  public boolean tryLock() {
    Thread thread = Thread.currentThread();
    Hold hold = holds.getOrDefault(thread, new Hold("", 0));
    Optional<String> holder = node.tables().holder(name);
    if (holder.isPresent()) {
      if (!holder.get().equals(hold.token())) {
        return false;
      }
      holds.put(thread, new Hold(hold.token(), hold.depth() + 1));
      return true;
    }
    String token = UUID.randomUUID().toString();
    if (!node.tables().acquire(name, node.id(), token)) {
      return false;
    }
    holds.put(thread, new Hold(token, hold.depth() + 1));
    return true;
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(time);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (!tryLock()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      pause(Math.min(left, POLL_NANOS));
    }
    return true;
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (!tryLock()) {
      pause(POLL_NANOS);
    }
  }

  private static void pause(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos);
  }

  @Override
  public void lock() {
    boolean interrupted = Thread.interrupted();
    while (!tryLock()) {
      LockSupport.parkNanos(this, POLL_NANOS);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void unlock() {
    Thread thread = Thread.currentThread();
    Hold hold = holds.get(thread);
    if (hold == null) {
      throw new IllegalMonitorStateException(
          "The lock " + name + " is not held by the thread " + thread.getName());
    }
    if (hold.depth() > 1) {
      holds.put(thread, new Hold(hold.token(), hold.depth() - 1));
      return;
    }
    holds.remove(thread);
    node.tables().release(name, hold.token());
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("Cluster locks have no conditions");
  }
}
