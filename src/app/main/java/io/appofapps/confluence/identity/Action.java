package io.appofapps.confluence.identity;

import java.util.List;
import java.util.Set;

/** What can be done with Applications, as Argo CD names it. */
public final class Action {

  /** Those on the Application itself, and any action on what it deploys. */
  public static final List<String> OF_APPLICATIONS =
      List.of("get", "sync", "override", "create", "update", "delete", "action/*");

  /** Only newer Argo CDs ask for it, and only when told to. */
  private static final String ROLLBACK = "rollback";

  private static final Set<String> OF_RESOURCES = Set.of("action", "update", "delete");

  private Action() {}

  /**
   * Whether Argo CD knows such an action: one of these words, or {@code action/group/kind/name},
   * {@code update/…} or {@code delete/group/kind/namespace/name} of a resource.
   */
  public static boolean exists(String action) {
    int slash = action.indexOf('/');
    return slash < 0
        ? action.equals(ROLLBACK) || OF_APPLICATIONS.contains(action)
        : OF_RESOURCES.contains(action.substring(0, slash)) && slash < action.length() - 1;
  }
}
