package io.appofapps.confluence.identity;

import java.util.List;
import java.util.stream.Stream;

/** The lines of a policy. Immutable; their order means nothing. */
record Policy(List<Permission> permissions, List<Grant> grants) {

  static final Policy EMPTY = new Policy(List.of(), List.of());

  Policy {
    permissions = List.copyOf(permissions);
    grants = List.copyOf(grants);
  }

  Policy and(Policy other) {
    return new Policy(
        Stream.concat(permissions.stream(), other.permissions.stream()).toList(),
        Stream.concat(grants.stream(), other.grants.stream()).toList());
  }
}
