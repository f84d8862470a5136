package io.appofapps.confluence.view.pages;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Expiring;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the Applications whose page somebody asks for. A page that the viewer may not view chooses
 * nothing: otherwise a row would tell what stands on it.
 *
 * <p>What pages say is read from memory. Whether a viewer may view a page is asked of Confluence
 * and remembered for half a minute; a view asks for at most 300 pages more, so that a large set is
 * complete after a few views.
 */
@Named
public class ServicePages {

  private static final int MOST_ASKED_A_VIEW = 300;
  private static final int MOST_KEPT = 20_000;
  private static final int MOST_SELECTIONS = 200;

  private record Seeing(String viewer, long page) {}

  /** What was chosen of these pages; others are other ones. */
  private static final class Chosen {
    private final Map<ApplicationKey, BoundPage> of;
    private final Map<PageSelection, Map<ApplicationKey, Long>> bySelection =
        new ConcurrentHashMap<>();

    private Chosen(Map<ApplicationKey, BoundPage> of) {
      this.of = of;
    }

    private Map<ApplicationKey, Long> by(PageSelection selection) {
      if (bySelection.size() >= MOST_SELECTIONS) {
        bySelection.clear();
      }
      return bySelection.computeIfAbsent(selection, this::choose);
    }

    private Map<ApplicationKey, Long> choose(PageSelection selection) {
      Map<ApplicationKey, Long> chosen = new HashMap<>();
      of.forEach(
          (application, page) -> {
            if (selection.includes(page)) {
              chosen.put(application, page.id());
            }
          });
      return chosen;
    }
  }

  private final BoundPages bound;
  private final PageDirectory directory;
  private final Expiring<Seeing, Boolean> seen;
  private volatile Chosen chosen = new Chosen(Map.of());

  @Inject
  public ServicePages(BoundPages bound, PageDirectory directory) {
    this(bound, directory, InstantSource.system());
  }

  ServicePages(BoundPages bound, PageDirectory directory, InstantSource clock) {
    this.bound = bound;
    this.directory = directory;
    this.seen = new Expiring<>(MOST_KEPT, Duration.ofSeconds(30), clock);
  }

  /** Whether no page is known to stand for an Application. */
  public boolean isEmpty() {
    return bound.all().isEmpty();
  }

  /** Those of the Applications whose page the selection includes and the viewer may view. */
  public Set<ApplicationKey> chosen(
      Viewer viewer, PageSelection selection, Collection<ApplicationKey> applications) {
    Map<ApplicationKey, Long> pages = of(bound.all()).by(selection);
    Set<ApplicationKey> found = new HashSet<>();
    int left = MOST_ASKED_A_VIEW;
    for (ApplicationKey application : applications) {
      Long page = pages.get(application);
      if (page != null) {
        Seeing question = new Seeing(viewer.key(), page);
        Optional<Boolean> sees = seen.get(question);
        if (sees.isEmpty() && left-- > 0) {
          sees = Optional.of(directory.visible(new PageAddress.ById(page), viewer).isPresent());
          seen.put(question, sees.get());
        }
        if (sees.orElse(false)) {
          found.add(application);
        }
      }
    }
    return found;
  }

  private Chosen of(Map<ApplicationKey, BoundPage> now) {
    Chosen known = chosen;
    if (known.of != now) {
      known = new Chosen(now);
      chosen = known;
    }
    return known;
  }
}
