package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** The host's implementation. */
public class PageMoveEvent extends PageEvent {
  protected PageMoveEvent(Page page) {
    super(page);
  }
}
