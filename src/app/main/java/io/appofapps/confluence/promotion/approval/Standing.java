package io.appofapps.confluence.promotion.approval;

import java.util.Set;

/**
 * What a person is at this moment, as far as approvals ask.
 *
 * @param active whether Confluence still lets them sign in
 * @param groups names of their groups
 * @param roles names of their roles in the target's AppProject, and global ones as {@code
 *     role:name}
 * @param maySync whether Argo CD lets them sync the target
 */
public record Standing(boolean active, Set<String> groups, Set<String> roles, boolean maySync) {

  /** Somebody who is gone, or of whom nothing is known. */
  public static final Standing NONE = new Standing(false, Set.of(), Set.of(), false);

  public Standing {
    groups = Set.copyOf(groups);
    roles = Set.copyOf(roles);
  }
}
