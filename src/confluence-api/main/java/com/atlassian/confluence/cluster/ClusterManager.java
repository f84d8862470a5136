package com.atlassian.confluence.cluster;

/**
 * Evidence: called by public apps compiled against Confluence 8. The list of all nodes is left out:
 * its return type is not known for certain.
 */
public interface ClusterManager {
  boolean isClustered();

  /** Null when Confluence is not clustered. */
  ClusterNodeInformation getThisNodeInformation();
}
