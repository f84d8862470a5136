package io.appofapps.confluence.identity;

/**
 * One of the names under which a person is judged.
 *
 * @param kind what the name is
 * @param name spelt as the policy spells it
 */
public record Identity(Kind kind, String name) {

  /** What a name in a policy can be to a person. */
  public enum Kind {
    /** The role of everybody: {@code policy.default}. */
    DEFAULT_ROLE,
    /** The person's own name in Argo CD. */
    SUBJECT,
    /** A group of the person. */
    GROUP
  }

  static Identity defaultRole(String name) {
    return new Identity(Kind.DEFAULT_ROLE, name);
  }

  static Identity subject(String name) {
    return new Identity(Kind.SUBJECT, name);
  }

  static Identity group(String name) {
    return new Identity(Kind.GROUP, name);
  }
}
