package com.atlassian.confluence.event.events.security;

import com.atlassian.confluence.core.ContentEntityObject;

/** The host's implementation: restrictions of a page have changed. */
public class ContentPermissionEvent {
  private final ContentEntityObject content;

  protected ContentPermissionEvent(ContentEntityObject content) {
    this.content = content;
  }

  public ContentEntityObject getContent() {
    return content;
  }
}
