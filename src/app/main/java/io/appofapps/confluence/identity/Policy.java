package io.appofapps.confluence.identity;

import java.util.List;

/** The lines of a policy. Immutable; their order means nothing. */
record Policy(List<Permission> permissions, List<Grant> grants) {

  static final Policy EMPTY = new Policy(List.of(), List.of());

  Policy {
    permissions = List.copyOf(permissions);
    grants = List.copyOf(grants);
  }
}
