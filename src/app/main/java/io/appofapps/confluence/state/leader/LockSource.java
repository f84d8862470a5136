package io.appofapps.confluence.state.leader;

import java.util.concurrent.locks.Lock;

/** The locks of the Confluence cluster. */
public interface LockSource {

  /**
   * The lock of that name. At most one thread of all nodes holds it; when a node dies, the cluster
   * releases it.
   */
  Lock lock(String name);

  /** Whether other nodes may want the locks. */
  boolean shared();
}
