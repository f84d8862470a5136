package io.appofapps.confluence.ownership;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a manifest can say about its service.
 *
 * @param id names it: lower case letters, digits, hyphens
 * @param title for people; empty for those of the app, which have a text in each language
 * @param kind what a value is
 * @param inherited whether the nearest ancestor that says it speaks for those below
 * @param counts whether a service without it is incomplete
 * @param keys where it is looked for; the first that is not blank is the value
 */
public record Field(
    String id, String title, Kind kind, boolean inherited, boolean counts, List<MetadataKey> keys) {

  /** What a value is. */
  public enum Kind {
    TEXT,
    /** A web address, {@code Title|address}, or a page of this Confluence. */
    LINK
  }

  public Field {
    keys = List.copyOf(keys);
  }

  static Field text(String id, boolean inherited, boolean counts, String... keys) {
    return new Field(id, "", Kind.TEXT, inherited, counts, parsed(keys));
  }

  static Field link(String id, boolean counts, String... keys) {
    return new Field(id, "", Kind.LINK, false, counts, parsed(keys));
  }

  private static List<MetadataKey> parsed(String... keys) {
    return Stream.of(keys)
        .map(key -> MetadataKey.parse(key).orElseThrow(() -> new IllegalArgumentException(key)))
        .toList();
  }
}
