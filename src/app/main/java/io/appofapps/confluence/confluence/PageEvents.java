package io.appofapps.confluence.confluence;

import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageEvent;
import com.atlassian.confluence.event.events.content.page.PageMoveEvent;
import com.atlassian.confluence.event.events.content.page.PageRemoveEvent;
import com.atlassian.confluence.event.events.content.page.PageRestoreEvent;
import com.atlassian.confluence.event.events.content.page.PageTrashedEvent;
import com.atlassian.confluence.event.events.content.page.PageUpdateEvent;
import com.atlassian.confluence.event.events.security.ContentPermissionEvent;
import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.docs.job.Reconciler;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells the reading of documentation which pages have changed. */
@Named
public class PageEvents {

  private final EventPublisher events;
  private final Reconciler reconciler;

  @Inject
  public PageEvents(@ComponentImport EventPublisher events, Reconciler reconciler) {
    this.events = events;
    this.reconciler = reconciler;
  }

  /** Begins to listen. */
  public void start() {
    events.register(this);
  }

  /** Listens no more. */
  public void stop() {
    events.unregister(this);
  }

  @EventListener
  public void onCreate(PageCreateEvent event) {
    changed(event);
  }

  @EventListener
  public void onUpdate(PageUpdateEvent event) {
    changed(event);
  }

  @EventListener
  public void onMove(PageMoveEvent event) {
    changed(event);
  }

  @EventListener
  public void onTrash(PageTrashedEvent event) {
    changed(event);
  }

  @EventListener
  public void onRestore(PageRestoreEvent event) {
    changed(event);
  }

  @EventListener
  public void onRemove(PageRemoveEvent event) {
    changed(event);
  }

  @EventListener
  public void onRestriction(ContentPermissionEvent event) {
    if (event.getContent() != null) {
      reconciler.touch(event.getContent().getId());
    }
  }

  private void changed(PageEvent event) {
    if (event.getPage() != null) {
      reconciler.touch(event.getPage().getId());
    }
  }
}
