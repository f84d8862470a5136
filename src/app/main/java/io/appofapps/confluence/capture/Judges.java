package io.appofapps.confluence.capture;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All of the present that decides who may see a snapshot of the past. As long as it is equal, what
 * was computed from that snapshot stays right.
 *
 * @param policies of Argo CD
 * @param projects with their roles
 * @param of the project of each resource that is still there, empty without one
 * @param below which of these are still below the root
 */
record Judges(
    Map<?, ?> policies,
    Map<?, ?> projects,
    Map<ApplicationKey, String> of,
    Set<ApplicationKey> below) {

  static Judges of(Snapshot present, NodeId root, Collection<Change<?>> resources) {
    Map<ApplicationKey, String> projects = new HashMap<>();
    for (Change<?> each : resources) {
      Application app = present.applications().get(each.key());
      if (app != null) {
        projects.put(each.key(), app.project());
      } else if (present.applicationSets().containsKey(each.key())) {
        projects.put(each.key(), "");
      }
    }
    Set<ApplicationKey> below =
        Forests.of(present).walk(root).stream()
            .map(Occurrence::node)
            .map(node -> node.id().key())
            .filter(projects::containsKey)
            .collect(Collectors.toSet());
    return new Judges(present.accessPolicies(), present.projects(), projects, below);
  }

  /** Those of one content of the present, by key of the kept snapshot. */
  static final class Known {
    private final Map<String, Judges> byKey = new ConcurrentHashMap<>();

    Judges of(String key, Snapshot present, NodeId root, Collection<Change<?>> resources) {
      return byKey.computeIfAbsent(key, asked -> Judges.of(present, root, resources));
    }
  }
}
