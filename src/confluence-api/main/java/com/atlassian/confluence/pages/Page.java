package com.atlassian.confluence.pages;

/** Evidence: Javadoc of Confluence 10.1.2; the parent's setter since 2.x. */
public class Page extends AbstractPage {
  public Page getParent() {
    throw new AssertionError("declaration only");
  }

  public void setParentPage(Page parent) {
    throw new AssertionError("declaration only");
  }
}
