package io.appofapps.confluence.cluster;

import io.appofapps.confluence.state.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Events of a watch that came close together, so that a burst makes one revision.
 *
 * @param changes in their order
 * @param bookmark whether one of them was a bookmark
 * @param version where a watch goes on after them, empty when none of them says
 * @param end the end of the stream, when it came
 */
record WatchBatch(
    List<Change<?>> changes,
    boolean bookmark,
    Optional<String> version,
    Optional<WatchEvent.Closed> end) {

  private static final Duration GATHER = Duration.ofMillis(50);
  private static final int MAX_CHANGES = 5_000;

  /** That event and what has come or comes within a moment. */
  static WatchBatch gather(WatchEvent first, BlockingQueue<WatchEvent> events)
      throws InterruptedException {
    List<Change<?>> changes = new ArrayList<>();
    boolean bookmark = false;
    String version = "";
    Optional<WatchEvent.Closed> end = Optional.empty();
    long deadline = System.nanoTime() + GATHER.toNanos();
    WatchEvent event = first;
    while (event != null && end.isEmpty() && changes.size() < MAX_CHANGES) {
      if (event instanceof WatchEvent.Changed changed) {
        changes.add(changed.change());
        version = changed.version();
      } else if (event instanceof WatchEvent.Bookmark mark) {
        bookmark = true;
        version = mark.version();
      } else if (event instanceof WatchEvent.Closed closed) {
        end = Optional.of(closed);
      }
      if (end.isEmpty() && changes.size() < MAX_CHANGES) {
        event = events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    }
    return new WatchBatch(
        changes, bookmark, Optional.of(version).filter(each -> !each.isEmpty()), end);
  }
}
