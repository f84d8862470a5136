package com.atlassian.confluence.labels;

/** The host's implementation: a global label. */
public class Label {
  private final String name;

  public Label(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }
}
