package io.appofapps.confluence.identity;

/**
 * A {@code p} line, for people who look for it.
 *
 * @param text as it is written; of the built-in policy, and of the right to see one's project that
 *     every role has, as it would be
 * @param place where it stands
 * @param role name of the project's role it stands in; empty in the other places
 */
public record PolicyLine(String text, Place place, String role) {

  /** Where lines of policy stand. */
  public enum Place {
    /** In Argo CD itself. */
    BUILT_IN,
    /** In the ConfigMap {@code argocd-rbac-cm}. */
    CONFIG_MAP,
    /** In a role of the project in question. */
    PROJECT
  }

  static PolicyLine builtIn(String text) {
    return new PolicyLine(text, Place.BUILT_IN, "");
  }

  static PolicyLine configMap(String text) {
    return new PolicyLine(text, Place.CONFIG_MAP, "");
  }

  static PolicyLine project(String role, String text) {
    return new PolicyLine(text, Place.PROJECT, role);
  }
}
