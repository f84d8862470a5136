package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.docs.Names;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pages of Confluence. */
public interface Wiki extends Names {

  /** Keys of the spaces that are not archived, in order. */
  List<String> spaces();

  /** Ids of the current pages of a space, ascending; neither drafts nor pages in the trash. */
  List<Long> pages(String space);

  /**
   * The pages of those ids that are current and in a space that is not archived.
   *
   * @param known versions that need not be read again, by id
   * @param labels whether labels are wanted
   */
  List<PageText> read(Collection<Long> ids, Map<Long, Integer> known, boolean labels);

  /**
   * Changes a page in somebody's name, as a minor edit.
   *
   * @param user name of the user
   * @param change the new storage format for the one of now; empty to change nothing
   */
  Edit edit(long page, String user, Function<String, Optional<String>> change);

  /** What became of an edit. */
  enum Edit {
    WRITTEN,
    /** The page is not there, in the trash, or in an archived space. */
    GONE,
    /** The user is not there or may not edit the page. */
    REFUSED,
    /** There was nothing to change any more. */
    UNCHANGED,
    /** Somebody else saved the page at the same time. */
    CONFLICT
  }
}
