package com.atlassian.confluence.event.events.content.page;

/** Evidence: imported by public apps since 2.5; not seen on 10. */
public class PageRemoveEvent extends PageEvent {
  PageRemoveEvent() {}
}
