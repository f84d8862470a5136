package io.appofapps.confluence.ownership;

/**
 * A value, and who says it.
 *
 * @param value the value
 * @param origin how near to the Application it stands
 * @param evidence where it stands, for people: {@code annotation a8r.io/owner of hq}; untrusted
 */
public record Said(Value value, Origin origin, String evidence) {

  /** Where a value stands, the nearest first. */
  public enum Origin {
    APPLICATION,
    PROJECT,
    ANCESTOR
  }
}
