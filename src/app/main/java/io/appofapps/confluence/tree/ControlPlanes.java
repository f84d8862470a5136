package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The control-plane namespaces of each connection, learned from the resources themselves. Proof is
 * a parent that lists a child which names it without a namespace. Without any proof it is {@code
 * argocd} where Applications live there, else the namespace with most Applications; a namespace
 * that some id writes out is never one.
 */
final class ControlPlanes {

  private static final String USUAL = "argocd";

  private final Map<String, Set<String>> proven = new TreeMap<>();
  private final Map<String, Set<String>> excluded = new TreeMap<>();
  private final Map<String, Map<String, Integer>> sizes = new TreeMap<>();
  private final Map<String, Set<String>> namespaces = new TreeMap<>();

  ControlPlanes(Collection<Application> applications, Declarations declarations) {
    for (Application application : applications) {
      ApplicationKey key = application.key();
      sizes
          .computeIfAbsent(key.connection(), c -> new TreeMap<>())
          .merge(key.namespace(), 1, Integer::sum);
      declarations
          .instance(NodeId.application(key))
          .flatMap(InstanceName::namespace)
          .ifPresent(n -> add(excluded, key.connection(), n));
      for (ChildReference child : application.children()) {
        boolean names =
            declarations
                .target(application, child)
                .flatMap(declarations::instance)
                .filter(i -> i.namespace().isEmpty() && i.name().equals(key.name()))
                .isPresent();
        if (names) {
          add(proven, key.connection(), key.namespace());
        }
      }
    }
    sizes.forEach((connection, counts) -> namespaces.put(connection, decide(connection, counts)));
  }

  /** Sorted; empty when nothing speaks for any. */
  Set<String> of(String connection) {
    return namespaces.getOrDefault(connection, Set.of());
  }

  boolean contains(ApplicationKey key) {
    return of(key.connection()).contains(key.namespace());
  }

  private Set<String> decide(String connection, Map<String, Integer> counts) {
    if (proven.containsKey(connection)) {
      return proven.get(connection);
    }
    Set<String> impossible = excluded.getOrDefault(connection, Set.of());
    if (counts.containsKey(USUAL) && !impossible.contains(USUAL)) {
      return Set.of(USUAL);
    }
    Optional<String> largest = Optional.empty();
    for (String namespace : counts.keySet()) {
      int size = counts.get(namespace);
      if (!impossible.contains(namespace) && largest.map(l -> size > counts.get(l)).orElse(true)) {
        largest = Optional.of(namespace);
      }
    }
    return largest.map(Set::of).orElse(Set.of());
  }

  private static void add(Map<String, Set<String>> map, String connection, String namespace) {
    map.computeIfAbsent(connection, c -> new TreeSet<>()).add(namespace);
  }
}
