package com.atlassian.confluence.event.events.content.page;

/** Evidence: imported and listened to by public apps compiled against Confluence 10. */
public class PageUpdateEvent extends PageEvent {
  PageUpdateEvent() {}
}
