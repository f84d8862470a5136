package io.appofapps.confluence.set;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sets of a forest and the keys they answer to. A defined set takes the place of the discovered one
 * of the same root and answers to its key too, so that pages written before go on. A defined key is
 * never that of another discovered root: that one gets a longer key, so that no key ever names two
 * sets.
 */
final class SetIndex {

  private final Forest forest;
  private final Configuration configuration;

  SetIndex(Forest forest, Configuration configuration) {
    this.forest = forest;
    this.configuration = configuration;
  }

  /** Sets by every key they answer to, each first under its own; defined ones come first. */
  Map<String, DeploymentSet> byKey() {
    Map<String, DeploymentSet> byKey = new LinkedHashMap<>();
    Map<NodeId, DeploymentSet> defined = new HashMap<>();
    for (SetDefinition definition : configuration.sets()) {
      DeploymentSet set = defined(definition);
      byKey.put(set.key(), set);
      defined.putIfAbsent(set.root(), set);
    }
    Map<NodeId, String> names = SetKeys.of(forest.roots(), Set.copyOf(byKey.keySet()));
    for (NodeId root : forest.roots()) {
      if (defined.containsKey(root)) {
        byKey.put(names.get(root), defined.get(root));
      } else if (configuration.discoverSets()) {
        byKey.put(names.get(root), discovered(root, names.get(root)));
      }
    }
    return byKey;
  }

  private DeploymentSet defined(SetDefinition definition) {
    NodeId root =
        NodeId.application(
            new ApplicationKey(definition.connection(), definition.namespace(), definition.name()));
    Optional<TreeNode> node = forest.node(root);
    return new DeploymentSet(
        definition.key(),
        definition.title(),
        root,
        applications(root),
        node.map(found -> found.is(NodeFlag.ORPHAN)).orElse(Boolean.FALSE),
        true,
        node.flatMap(TreeNode::application).isPresent(),
        definition.viewers(),
        definition.spaces());
  }

  private DeploymentSet discovered(NodeId root, String key) {
    return new DeploymentSet(
        key,
        root.key().name(),
        root,
        applications(root),
        forest.node(root).map(found -> found.is(NodeFlag.ORPHAN)).orElse(Boolean.FALSE),
        false,
        true,
        SetDefinition.Viewers.PAGE,
        List.of());
  }

  private int applications(NodeId root) {
    long applications =
        forest.walk(root).stream()
            .map(Occurrence::node)
            .filter(node -> node.application().isPresent())
            .map(TreeNode::id)
            .distinct()
            .count();
    return Math.toIntExact(applications);
  }
}
