package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** The host's implementation. */
public class PageUpdateEvent extends PageEvent {
  protected PageUpdateEvent(Page page) {
    super(page);
  }
}
