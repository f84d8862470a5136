package io.appofapps.confluence.tree;

/** What a node of a deployment tree stands for; the words are Kubernetes kinds. */
public enum NodeKind {
  APPLICATION("Application"),
  APPLICATION_SET("ApplicationSet");

  private final String word;

  NodeKind(String word) {
    this.word = word;
  }

  /** The Kubernetes kind, for people and for JSON. */
  public String word() {
    return word;
  }
}
