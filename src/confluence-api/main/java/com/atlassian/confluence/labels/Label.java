package com.atlassian.confluence.labels;

/** Evidence: Javadoc since Confluence 3.x; not seen on 10. */
public class Label {
  public Label(String name) {
    throw new AssertionError("declaration only");
  }

  public String getName() {
    throw new AssertionError("declaration only");
  }
}
