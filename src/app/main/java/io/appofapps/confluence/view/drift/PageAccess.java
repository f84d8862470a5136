package io.appofapps.confluence.view.drift;

import java.util.Optional;
import java.util.Set;

/** Tells whom a page is restricted to. */
public interface PageAccess {

  /**
   * The restrictions of a page itself; empty for anything that is no saved page.
   *
   * @param content as {@code Place.Page} has it
   */
  Optional<Restricted> of(Object content);

  /**
   * A page and the groups that its own restrictions name.
   *
   * @param id id of the page
   * @param title its title, untrusted
   * @param address path on this server, with its context path
   * @param editors groups that alone may edit; empty when no group is named
   * @param readers groups that alone may view; empty when no group is named
   */
  record Restricted(
      long id, String title, String address, Set<String> editors, Set<String> readers) {
    public Restricted {
      editors = Set.copyOf(editors);
      readers = Set.copyOf(readers);
    }
  }
}
