package com.atlassian.confluence.event.events.content.page;

/** Evidence: imported by public apps since 5.x; not seen on 10. */
public class PageTrashedEvent extends PageEvent {
  PageTrashedEvent() {}
}
