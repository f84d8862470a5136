package com.atlassian.confluence.pages;

/** The host's implementation. */
public class Page extends AbstractPage {
  private Page parent;

  public Page getParent() {
    return parent;
  }

  public void setParentPage(Page parent) {
    this.parent = parent;
  }
}
