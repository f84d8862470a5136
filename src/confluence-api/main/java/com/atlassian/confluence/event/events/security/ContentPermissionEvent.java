package com.atlassian.confluence.event.events.security;

import com.atlassian.confluence.core.ContentEntityObject;

/** Evidence: Javadoc of Confluence 5.5 and later; listened to by public apps, not seen on 10. */
public class ContentPermissionEvent {
  ContentPermissionEvent() {}

  public ContentEntityObject getContent() {
    throw new AssertionError("declaration only");
  }
}
