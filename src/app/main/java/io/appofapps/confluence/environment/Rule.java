package io.appofapps.confluence.environment;

/**
 * One rule of an administrator that reads an environment or a service from an Application.
 *
 * @param kind what is looked at
 * @param key key of the label or annotation, empty for the other kinds
 * @param pattern what it must look like: literal text, {@code *} for any run of characters, and at
 *     most one <code>{}</code> for the part that is the answer; empty takes the whole text. No
 *     regular expression, so that no pattern can stall a page
 * @param value the answer, empty for the part at <code>{}</code>
 */
public record Rule(Kind kind, String key, String pattern, String value) {

  /** What a rule looks at. */
  public enum Kind {
    LABEL,
    ANNOTATION,
    /** The Application's name, whole; {@code -} separates its tokens. */
    NAME,
    /** One segment of a source's path, or several joined by {@code /}. */
    PATH,
    /** Name or address of the destination cluster. */
    DESTINATION_CLUSTER,
    DESTINATION_NAMESPACE,
    /** File name of a Helm value file. */
    VALUE_FILE,
    TARGET_REVISION,
    PROJECT
  }
}
