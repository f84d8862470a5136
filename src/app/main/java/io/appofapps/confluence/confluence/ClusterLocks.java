package io.appofapps.confluence.confluence;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.cluster.ClusterManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.state.leader.LockSource;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.locks.Lock;

/** Confluence's cluster locks. */
@Named
public class ClusterLocks implements LockSource {

  private final ClusterLockService locks;
  private final ClusterManager cluster;

  @Inject
  public ClusterLocks(
      @ComponentImport ClusterLockService locks, @ComponentImport ClusterManager cluster) {
    this.locks = locks;
    this.cluster = cluster;
  }

  @Override
  public Lock lock(String name) {
    return locks.getLockForName(name);
  }

  @Override
  public boolean shared() {
    return cluster.isClustered();
  }
}
