package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;

/**
 * A page stands for an Application.
 *
 * @param application the Application
 * @param page id of the page
 * @param source what says so
 * @param leading whether this is the page that is compared: of several the one with the strongest
 *     source, then the oldest
 */
public record Binding(ApplicationKey application, long page, Source source, boolean leading) {

  /** What binds, the strongest first. */
  public enum Source {
    /** A macro on the page. */
    MACRO,
    /** An annotation of the manifest. */
    ANNOTATION,
    /** A rule of an administrator. */
    RULE
  }
}
