package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Expiring;
import io.appofapps.confluence.view.pages.PageDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up the pages that services name, for one viewer at a time. What was found holds for half a
 * minute, what groups may read for five; and no view asks Confluence more often than its share: a
 * table with many pages is complete after a few views, and until then their links are plain ones.
 */
@Named
public class LinkedPages {

  private static final int MOST_PAGES_A_VIEW = 60;
  private static final int MOST_GROUPS_A_VIEW = 20;
  private static final int MOST_KEPT = 20_000;

  private record Seeing(String viewer, PageAddress address) {}

  private record Reading(String group, long page) {}

  private final PageDirectory directory;
  private final Expiring<Seeing, Optional<PageDirectory.Page>> pages;
  private final Expiring<Reading, Optional<Boolean>> readings;

  @Inject
  public LinkedPages(PageDirectory directory) {
    this(directory, InstantSource.system());
  }

  LinkedPages(PageDirectory directory, InstantSource clock) {
    this.directory = directory;
    this.pages = new Expiring<>(MOST_KEPT, Duration.ofSeconds(30), clock);
    this.readings = new Expiring<>(MOST_KEPT, Duration.ofMinutes(5), clock);
  }

  /** How a manifest names a page of this Confluence; empty for everything else. */
  Optional<PageAddress> own(String text) {
    return directory.own(text);
  }

  /** What the viewer learns of these pages; without those that are still to be looked up. */
  Map<PageAsk, PageVerdict> verdicts(Viewer viewer, Set<PageAsk> asks) {
    View view = new View(viewer);
    Map<PageAsk, PageVerdict> verdicts = new HashMap<>();
    for (PageAsk ask : asks) {
      view.page(ask.address())
          .ifPresent(
              found ->
                  verdicts.put(
                      ask,
                      found
                          .map(page -> verdict(page, view.reads(ask.groups(), page.id())))
                          .orElse(PageVerdict.ABSENT)));
    }
    return verdicts;
  }

  private static PageVerdict verdict(PageDirectory.Page page, Optional<Boolean> reads) {
    return new PageVerdict(Optional.of(page), reads);
  }

  /** One view with its share of questions. */
  private final class View {
    private final Viewer viewer;
    private int pagesLeft = MOST_PAGES_A_VIEW;
    private int groupsLeft = MOST_GROUPS_A_VIEW;

    private View(Viewer viewer) {
      this.viewer = viewer;
    }

    /** Empty when it is still to be looked up. */
    private Optional<Optional<PageDirectory.Page>> page(PageAddress address) {
      Seeing question = new Seeing(viewer.key(), address);
      Optional<Optional<PageDirectory.Page>> known = pages.get(question);
      if (known.isPresent() || pagesLeft-- <= 0) {
        return known;
      }
      Optional<PageDirectory.Page> found = directory.visible(address, viewer);
      pages.put(question, found);
      return Optional.of(found);
    }

    /** What is known of the first of the names that is one of a group. */
    private Optional<Boolean> reads(List<String> groups, long page) {
      for (String group : groups) {
        Reading question = new Reading(group, page);
        Optional<Optional<Boolean>> known = readings.get(question);
        if (known.isEmpty() && groupsLeft-- > 0) {
          known = Optional.of(directory.groupReads(group, page));
          readings.put(question, known.get());
        }
        Optional<Boolean> reads = known.flatMap(found -> found);
        if (reads.isPresent()) {
          return reads;
        }
      }
      return Optional.empty();
    }
  }
}
