package io.appofapps.devhost.cluster;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The locks of all nodes, rows in the common database. */
public final class ClusterLocks implements ClusterLockService {

  private final Node node;
  private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();

  public ClusterLocks(Node node) {
    this.node = node;
  }

  @Override
  public ClusterLock getLockForName(String lockName) {
    return locks.computeIfAbsent(lockName, name -> new DatabaseLock(name, node));
  }
}
