package io.appofapps.confluence.confluence;

import io.appofapps.confluence.docs.job.Reconciler;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Starts and ends all that keeps the findings on documentation up to date. */
@Named
public class DocumentationLife {

  private final Reconciler reconciler;
  private final PageEvents events;
  private final DocumentationSchedule schedule;

  @Inject
  public DocumentationLife(
      Reconciler reconciler, PageEvents events, DocumentationSchedule schedule) {
    this.reconciler = reconciler;
    this.events = events;
    this.schedule = schedule;
  }

  /** Begins; what events ask for finds somebody who does it. */
  void start() {
    reconciler.start();
    events.start();
    schedule.start();
  }

  /** Ends, in the other order. */
  void stop() {
    schedule.stop();
    events.stop();
    reconciler.stop();
  }
}
