package io.appofapps.confluence.docs;

/**
 * A rule of an administrator that binds pages to Applications without a word on either. The part of
 * label or title at <code>{}</code> is the name of an Application or of a service.
 *
 * @param space key of the space of the pages, empty for all
 * @param on what is looked at
 * @param pattern literal text with {@code *} for any run of characters and one <code>{}</code>
 * @param set key of the deployment set of the Applications, empty for all
 */
public record BindingRule(String space, On on, String pattern, String set) {

  /** What a rule looks at. */
  public enum On {
    LABEL,
    TITLE
  }
}
