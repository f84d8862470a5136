package io.appofapps.confluence.state;

/** Who this node is. */
public interface ThisNode {

  /** Name of the node in the Confluence cluster, the same after a restart. */
  String node();

  /** Tells one start of the node from another. */
  String start();

  /** Name of this start of the node. */
  default String name() {
    return node() + "/" + start();
  }
}
