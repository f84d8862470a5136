package io.appofapps.confluence.state;

/**
 * Who this node is.
 *
 * @param node name of the node in the Confluence cluster, the same after a restart
 * @param start tells one start of the node from another
 */
public record NodeName(String node, String start) {

  /** Name of this start of the node. */
  public String name() {
    return node + "/" + start;
  }
}
