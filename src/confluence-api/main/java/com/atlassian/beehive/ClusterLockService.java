package com.atlassian.beehive;

/** Evidence: called by public apps compiled against Confluence 10.2.15. */
public interface ClusterLockService {
  ClusterLock getLockForName(String lockName);
}
