package io.appofapps.confluence.tree;

/** What is remarkable about a node. */
public enum NodeFlag {
  /** No parent and no children: no app of apps declares it, not even itself. */
  ORPHAN("orphan"),
  /** Declared by a parent, but there is no such resource in the cluster. */
  MISSING("missing"),
  /** Declared by a parent that deploys to another cluster: not looked up here. */
  REMOTE("remote"),
  /** More than one parent lists it. */
  MULTI_PARENT("multi-parent"),
  /** Member of a cycle of two or more. */
  CYCLE("cycle"),
  /** Declares itself, as a bootstrap Application does. */
  SELF_MANAGED("self-managed"),
  /** Tracked by a parent whose status does not list it. */
  NOT_IN_PARENT_STATUS("not-in-parent-status"),
  /** Live in the cluster, gone from Git. */
  REQUIRES_PRUNING("requires-pruning"),
  /** Being deleted. */
  DELETING("deleting"),
  /** Part of the resource could not be read; the problems say what. */
  MALFORMED("malformed");

  private final String word;

  NodeFlag(String word) {
    this.word = word;
  }

  /** The flag as it stands in JSON. */
  public String word() {
    return word;
  }
}
