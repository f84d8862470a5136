package com.atlassian.confluence.cluster;

/** Evidence: called by public apps compiled against Confluence 8. */
public interface ClusterNodeInformation {
  String getAnonymizedNodeIdentifier();
}
