package io.appofapps.confluence.confluence;

import com.atlassian.confluence.cluster.ClusterManager;
import com.atlassian.confluence.cluster.ClusterNodeInformation;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.state.ThisNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** This node as Confluence's cluster names it. */
@Named
public class ClusterNode implements ThisNode {

  private static final String ALONE = "single";
  private static final int START_LENGTH = 8;

  private final ClusterManager cluster;
  private final String start = UUID.randomUUID().toString().substring(0, START_LENGTH);

  @Inject
  public ClusterNode(@ComponentImport ClusterManager cluster) {
    this.cluster = cluster;
  }

  @Override
  public String node() {
    ClusterNodeInformation node = cluster.getThisNodeInformation();
    return node == null ? ALONE : node.getAnonymizedNodeIdentifier();
  }

  @Override
  public String start() {
    return start;
  }
}
