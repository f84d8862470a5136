package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** Evidence: getPage is called on its subclasses by public apps compiled against Confluence 10. */
public class PageEvent {
  PageEvent() {}

  public Page getPage() {
    throw new AssertionError("declaration only");
  }
}
