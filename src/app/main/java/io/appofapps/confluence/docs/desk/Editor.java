package io.appofapps.confluence.docs.desk;

import java.util.Optional;

/** What the person of this request may do with pages. */
public interface Editor {

  /** Key of the person; empty when nobody is signed in. */
  Optional<String> key();

  /** Name of the person, as edits are made in it; empty when nobody is signed in. */
  Optional<String> name();

  /** Id of a page that has been saved, as {@code Place.Page} has it; empty for anything else. */
  Optional<Long> id(Object content);

  /** The current page of that id, for asking who may view it; empty when there is none. */
  Optional<Object> page(long id);

  /** Key of the space of the page; empty when there is none. */
  Optional<String> space(long id);

  /** Whether the person may edit the page. */
  boolean mayEdit(long id);

  /**
   * Makes a page in the person's name.
   *
   * @return its id; empty when the person may not, or the title is taken
   */
  Optional<Long> create(String space, String title, String storage);
}
