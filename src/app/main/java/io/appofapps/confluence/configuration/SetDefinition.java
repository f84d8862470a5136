package io.appofapps.confluence.configuration;

import java.util.List;

/**
 * A deployment set defined by an administrator.
 *
 * @param key stable name for pages and URLs: letters, digits, dot, underscore, hyphen, at most 100
 * @param title for people, not empty
 * @param connection id of the connection of the root
 * @param namespace namespace of the root Application
 * @param name name of the root Application
 * @param viewers who sees it, besides being able to see the page
 * @param spaces keys of the spaces in which it may be used, empty for all
 */
public record SetDefinition(
    String key,
    String title,
    String connection,
    String namespace,
    String name,
    Viewers viewers,
    List<String> spaces) {

  public SetDefinition {
    spaces = List.copyOf(spaces);
  }

  /** What it takes to see a node of the set. */
  public enum Viewers {
    /** The right to see the page is enough. */
    PAGE,
    /** Besides, Argo CD must allow {@code applications, get} to one of the person's groups. */
    PROJECT_ROLE
  }
}
