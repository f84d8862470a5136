package io.appofapps.confluence.set;

import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The deployment sets there are: every root of the forest is one. */
@Named
public class DeploymentSets {

  private final StateReader states;

  @Inject
  public DeploymentSets(StateReader states) {
    this.states = states;
  }

  /** All sets of the newest snapshot, in the order of the forest's roots. */
  public List<DeploymentSet> all() {
    return of(states.current());
  }

  /** The set of that key in the newest snapshot. */
  public Optional<DeploymentSet> find(String key) {
    return find(states.current(), key);
  }

  /** All sets of the snapshot, in the order of the forest's roots. */
  public static List<DeploymentSet> of(Snapshot snapshot) {
    return index(snapshot).inOrder();
  }

  /** The set of that key in the snapshot. */
  public static Optional<DeploymentSet> find(Snapshot snapshot, String key) {
    return Optional.ofNullable(index(snapshot).byKey().get(key));
  }

  private static Index index(Snapshot snapshot) {
    return snapshot.derived(Index.class, state -> Index.of(Forests.of(state)));
  }

  private record Index(List<DeploymentSet> inOrder, Map<String, DeploymentSet> byKey) {

    static Index of(Forest forest) {
      Map<NodeId, String> keys = SetKeys.of(forest.roots());
      List<DeploymentSet> sets = new ArrayList<>();
      for (NodeId root : forest.roots()) {
        forest.node(root).ifPresent(node -> sets.add(deploymentSet(forest, node, keys.get(root))));
      }
      return new Index(
          List.copyOf(sets),
          sets.stream().collect(Collectors.toMap(DeploymentSet::key, Function.identity())));
    }

    private static DeploymentSet deploymentSet(Forest forest, TreeNode root, String key) {
      long applications =
          forest.walk(root.id()).stream()
              .map(Occurrence::node)
              .filter(node -> node.application().isPresent())
              .map(TreeNode::id)
              .distinct()
              .count();
      return new DeploymentSet(
          key,
          root.id().key().name(),
          root.id(),
          Math.toIntExact(applications),
          root.is(NodeFlag.ORPHAN));
    }
  }
}
