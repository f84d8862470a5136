package io.appofapps.confluence.identity;

import java.util.Arrays;
import java.util.Set;

/**
 * {@code scopes} of {@code argocd-rbac-cm}: the claims of a token whose values Argo CD takes for
 * the person's groups.
 */
public final class Scopes {

  /** Claims of OpenID Connect and Entra ID that name the person, whatever groups they are in. */
  private static final Set<String> OF_THE_PERSON =
      Set.of(
          "sub",
          "name",
          "given_name",
          "family_name",
          "nickname",
          "preferred_username",
          "email",
          "upn",
          "unique_name");

  private Scopes() {}

  /**
   * Whether groups count at all: not where every claim names the person. Other claims can hold
   * groups under any name.
   *
   * @param scopes as written, a YAML list in a text; empty for Argo CD's default, {@code groups}
   */
  public static boolean holdGroups(String scopes) {
    return scopes.isBlank()
        || Arrays.stream(scopes.split("[\\[\\],\\s'\"]+"))
            .filter(claim -> !claim.isEmpty() && !claim.equals("-"))
            .anyMatch(claim -> !OF_THE_PERSON.contains(claim));
  }
}
