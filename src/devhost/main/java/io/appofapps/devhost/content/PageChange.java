package io.appofapps.devhost.content;

/**
 * Something that happened to a page and is committed.
 *
 * @param kind what
 * @param page the page after it; before it when it was removed for good
 */
public record PageChange(Kind kind, Page page) {

  /** What can happen. */
  public enum Kind {
    CREATED,
    UPDATED,
    MOVED,
    TRASHED,
    RESTORED,
    RESTRICTED
  }
}
