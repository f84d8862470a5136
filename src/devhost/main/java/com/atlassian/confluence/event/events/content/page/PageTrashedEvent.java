package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** The host's implementation. */
public class PageTrashedEvent extends PageEvent {
  protected PageTrashedEvent(Page page) {
    super(page);
  }
}
