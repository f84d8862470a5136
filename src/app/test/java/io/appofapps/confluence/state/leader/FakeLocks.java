package io.appofapps.confluence.state.leader;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Cluster locks of nodes in one JVM: held by node, and released when the cluster gives one up. */
final class FakeLocks {

  private final Map<String, String> holders = new ConcurrentHashMap<>();

  /** The locks as that node sees them. */
  LockSource of(String node) {
    return new LockSource() {
      @Override
      public Lock lock(String name) {
        return new NodeLock(name, node);
      }

      @Override
      public boolean shared() {
        return true;
      }
    };
  }

  /** The cluster believes the node to be dead; the node is not told. */
  void release(String node) {
    holders.values().removeIf(node::equals);
  }

  private final class NodeLock implements Lock {
    private final String name;
    private final String node;

    NodeLock(String name, String node) {
      this.name = name;
      this.node = node;
    }

    @Override
    public boolean tryLock() {
      return node.equals(holders.putIfAbsent(name, node)) || node.equals(holders.get(name));
    }

    @Override
    public void unlock() {
      if (!holders.remove(name, node)) {
        throw new IllegalMonitorStateException(name + " is not held by " + node);
      }
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
      return tryLock();
    }

    @Override
    public void lock() {
      throw new IllegalStateException("nobody may wait for a lock without a limit");
    }

    @Override
    public void lockInterruptibly() {
      lock();
    }

    @Override
    public Condition newCondition() {
      throw new IllegalStateException("cluster locks have no conditions");
    }
  }
}
