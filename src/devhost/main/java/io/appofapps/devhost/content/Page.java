package io.appofapps.devhost.content;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The current version of a page.
 *
 * @param id never changes
 * @param spaceKey key of its space
 * @param parent id of the parent page, empty for a page at the root of the space
 * @param title unique within the space
 * @param body storage format
 * @param created when and by whom the first version was saved
 * @param status where it is
 * @param latest the version that {@code body} belongs to
 */
public record Page(
    long id,
    String spaceKey,
    OptionalLong parent,
    String title,
    String body,
    Stamp created,
    PageStatus status,
    PageVersion latest) {

  public int version() {
    return latest.number();
  }

  /** Who did something when; the user is named by log-in name. */
  public record Stamp(String user, Instant at) {}
}
