package io.appofapps.devhost.content.api;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageMoveEvent;
import com.atlassian.confluence.event.events.content.page.PageRestoreEvent;
import com.atlassian.confluence.event.events.content.page.PageTrashedEvent;
import com.atlassian.confluence.event.events.content.page.PageUpdateEvent;
import com.atlassian.confluence.event.events.security.ContentPermissionEvent;
import com.atlassian.confluence.pages.Page;
import com.atlassian.event.api.EventPublisher;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.PageChange;
import io.appofapps.devhost.user.Accounts;

/** Tells plugins what happened to pages. */
public final class PageEvents {

  private PageEvents() {}

  /** Publishes an event of the product for each change from now on. */
  public static void connect(Content content, Accounts accounts, EventPublisher events) {
    content
        .pages()
        .onChange(
            change ->
                events.publish(event(change, new HostPage(change.page(), content, accounts))));
  }

  private static Object event(PageChange change, Page page) {
    return switch (change.kind()) {
      case CREATED -> new Created(page);
      case UPDATED -> new Updated(page);
      case MOVED -> new Moved(page);
      case TRASHED -> new Trashed(page);
      case RESTORED -> new Restored(page);
      case RESTRICTED -> new Restricted(page);
    };
  }

  private static final class Created extends PageCreateEvent {
    Created(Page page) {
      super(page);
    }
  }

  private static final class Updated extends PageUpdateEvent {
    Updated(Page page) {
      super(page);
    }
  }

  private static final class Moved extends PageMoveEvent {
    Moved(Page page) {
      super(page);
    }
  }

  private static final class Trashed extends PageTrashedEvent {
    Trashed(Page page) {
      super(page);
    }
  }

  private static final class Restored extends PageRestoreEvent {
    Restored(Page page) {
      super(page);
    }
  }

  private static final class Restricted extends ContentPermissionEvent {
    Restricted(ContentEntityObject content) {
      super(content);
    }
  }
}
