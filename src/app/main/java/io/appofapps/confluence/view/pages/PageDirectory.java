package io.appofapps.confluence.view.pages;

import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import java.util.Optional;

/** What Confluence knows of the pages that manifests name. Every call may read the database. */
public interface PageDirectory {

  /**
   * A page.
   *
   * @param id content id
   * @param title its title now
   * @param address path of this server that leads to it
   */
  record Page(long id, String title, String address) {}

  /**
   * How a manifest names a page of this Confluence: by its address, by {@code SPACE:Title}, by id;
   * empty for everything else. Says nothing about whether there is such a page.
   */
  Optional<PageAddress> own(String text);

  /** The page that stands there now, if the viewer may see it. */
  Optional<Page> visible(PageAddress address, Viewer viewer);

  /**
   * Whether the members of the group who may use Confluence may all read the page, and there is one
   * of these; empty when there is no such group, or nobody in it.
   */
  Optional<Boolean> groupReads(String group, long page);
}
