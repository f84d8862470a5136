package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges one identity by one policy: allowed iff some matching line allows and none denies; the
 * subject of a line must be the identity or one of its roles, spelt the same.
 */
final class Judge {

  /** Argo CD's enforcer follows roles of roles no further. */
  private static final int MOST_ROLES_DEEP = 10;

  private final Matcher matcher;
  private final Map<String, Object> compiled = Matcher.cache();
  private final Map<String, List<Permission>> bySubject = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();

  Judge(Policy policy, Matcher matcher) {
    this.matcher = matcher;
    for (Permission permission : policy.permissions()) {
      bySubject.computeIfAbsent(permission.subject(), s -> new ArrayList<>()).add(permission);
    }
    for (Grant grant : policy.grants()) {
      roles.computeIfAbsent(grant.subject(), s -> new HashSet<>()).add(grant.role());
    }
  }

  /** Whether some {@code g} line gives a role to exactly this subject. */
  boolean grantsTo(String subject) {
    return roles.containsKey(subject);
  }

  Set<String> subjectsWithRoles() {
    return Set.copyOf(roles.keySet());
  }

  boolean allows(String subject, String resource, String action, String object) {
    boolean allowed = false;
    try {
      for (String identity : identities(subject)) {
        for (Permission line : bySubject.getOrDefault(identity, List.of())) {
          if (applies(line, resource, action, object)) {
            if (!line.allows()) {
              return false;
            }
            allowed = true;
          }
        }
      }
    } catch (Matcher.VoidedException e) {
      return false;
    }
    return allowed;
  }

  private boolean applies(Permission line, String resource, String action, String object) {
    return matcher.matches(line.resource(), resource, compiled)
        && matcher.matches(line.action(), action, compiled)
        && matcher.matches(line.object(), object, compiled);
  }

  /** The subject and all its roles. */
  Set<String> identities(String subject) {
    Set<String> found = new HashSet<>(Set.of(subject));
    Set<String> newest = found;
    for (int i = 0; i < MOST_ROLES_DEEP && !newest.isEmpty(); i++) {
      Set<String> next = new HashSet<>();
      newest.forEach(each -> next.addAll(roles.getOrDefault(each, Set.of())));
      next.removeAll(found);
      found = new HashSet<>(found);
      found.addAll(next);
      newest = next;
    }
    return found;
  }
}
