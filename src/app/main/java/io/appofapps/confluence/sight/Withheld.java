package io.appofapps.confluence.sight;

import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a snapshot of the past is shown to nobody: resources that are still there, but no longer
 * below the root of the set. Who may see these today is not for this set to say.
 */
final class Withheld {

  private final Map<NodeId, Set<NodeId>> byRoot = new ConcurrentHashMap<>();

  private Withheld() {}

  /** Empty for a snapshot of now. */
  static Set<NodeId> of(Snapshot snapshot, NodeId root) {
    return snapshot.present() == snapshot
        ? Set.of()
        : snapshot
            .derived(Withheld.class, ignored -> new Withheld())
            .byRoot
            .computeIfAbsent(root, asked -> find(snapshot, asked));
  }

  private static Set<NodeId> find(Snapshot snapshot, NodeId root) {
    Set<NodeId> here =
        Forests.of(snapshot.present()).walk(root).stream()
            .map(Occurrence::node)
            .map(node -> node.id())
            .collect(Collectors.toSet());
    return Stream.concat(
            snapshot.applications().keySet().stream()
                .filter(snapshot.present().applications()::containsKey)
                .map(NodeId::application),
            snapshot.applicationSets().keySet().stream()
                .filter(snapshot.present().applicationSets()::containsKey)
                .map(NodeId::applicationSet))
        .filter(id -> !here.contains(id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
