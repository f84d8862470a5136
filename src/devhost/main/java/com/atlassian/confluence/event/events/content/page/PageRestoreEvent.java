package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;

/** The host's implementation. */
public class PageRestoreEvent extends PageEvent {
  protected PageRestoreEvent(Page page) {
    super(page);
  }
}
