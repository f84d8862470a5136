package io.appofapps.confluence.sight;

import java.util.Optional;

/** Where a deployment set is looked at. */
public sealed interface Place {

  /**
   * On a page.
   *
   * @param content the page, empty while it has not been saved
   * @param space key of its space, empty when it has none
   */
  record Page(Optional<Object> content, Optional<String> space) implements Place {}

  /** By REST, on no page: a set for certain spaces is for those who may view one of them. */
  record Api() implements Place {}
}
