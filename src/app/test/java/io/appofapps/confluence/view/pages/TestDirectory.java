package io.appofapps.confluence.view.pages;

import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages in memory; those of wiki.example.com are of this Confluence. */
public final class TestDirectory implements PageDirectory {

  private record Shelf(Page page, Set<String> viewers) {}

  private final Map<PageAddress, Shelf> pages = new HashMap<>();
  public final Map<String, Boolean> readable = new HashMap<>();
  public int asked;

  /** A page that these people may see. */
  public void page(PageAddress address, String title, Viewer... viewers) {
    Set<String> keys = new java.util.HashSet<>();
    for (Viewer viewer : viewers) {
      keys.add(viewer.key());
    }
    pages.put(address, new Shelf(new Page(pages.size() + 1, title, "/wiki/" + title), keys));
  }

  /** All pages are gone. */
  public void forget() {
    pages.clear();
  }

  @Override
  public Optional<PageAddress> own(String text) {
    boolean elsewhere = text.contains("://") && !text.startsWith("https://wiki.example.com/");
    return elsewhere ? Optional.empty() : PageAddress.parse(text);
  }

  @Override
  public Optional<Page> visible(PageAddress address, Viewer viewer) {
    asked++;
    return Optional.ofNullable(pages.get(address))
        .filter(shelf -> shelf.viewers().contains(viewer.key()))
        .map(Shelf::page);
  }

  @Override
  public Optional<Boolean> groupReads(String group, long page) {
    return Optional.ofNullable(readable.get(group));
  }
}
