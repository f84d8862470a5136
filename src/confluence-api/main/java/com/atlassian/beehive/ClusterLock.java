package com.atlassian.beehive;

import java.util.concurrent.locks.Lock;

/**
 * Evidence: lock and unlock called by public apps compiled against Confluence 10.2.15, tryLock with
 * a time by 8.x ones. Callers have this type as receiver, so that nothing but the supertype needs
 * to be declared.
 */
public interface ClusterLock extends Lock {}
