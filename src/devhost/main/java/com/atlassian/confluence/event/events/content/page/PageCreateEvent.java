package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** The host's implementation. */
public class PageCreateEvent extends PageEvent {
  protected PageCreateEvent(Page page) {
    super(page);
  }
}
