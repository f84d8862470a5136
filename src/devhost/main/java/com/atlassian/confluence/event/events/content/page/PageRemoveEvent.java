package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** The host's implementation. */
public class PageRemoveEvent extends PageEvent {
  protected PageRemoveEvent(Page page) {
    super(page);
  }
}
