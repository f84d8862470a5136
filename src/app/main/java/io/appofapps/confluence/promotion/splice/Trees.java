package io.appofapps.confluence.promotion.splice;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Compares documents. */
final class Trees {

  private Trees() {}

  /** Whether all that the texts say is the same but for that one place. */
  static boolean differOnlyAt(List<Node> one, List<Node> other, int document, YamlPath path) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      List<Object> spared = i == document ? path.steps() : null;
      if (!same(one.get(i), other.get(i), spared, new IdentityHashMap<>())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Node one, Node other, List<Object> spared, Map<Node, Node> underWay) {
    if (spared != null && spared.isEmpty()) {
      return true;
    }
    if (spared == null && underWay.put(one, other) == other) {
      return true;
    }
    if (one instanceof MappingNode a && other instanceof MappingNode b) {
      return same(a, b, spared, underWay);
    }
    if (one instanceof SequenceNode a && other instanceof SequenceNode b) {
      return same(a, b, spared, underWay);
    }
    return one instanceof ScalarNode a
        && other instanceof ScalarNode b
        && a.getTag().equals(b.getTag())
        && a.getValue().equals(b.getValue());
  }

  private static boolean same(
      MappingNode one, MappingNode other, List<Object> spared, Map<Node, Node> underWay) {
    if (one.getValue().size() != other.getValue().size()) {
      return false;
    }
    for (int i = 0; i < one.getValue().size(); i++) {
      NodeTuple a = one.getValue().get(i);
      NodeTuple b = other.getValue().get(i);
      if (!same(a.getKeyNode(), b.getKeyNode(), null, underWay)
          || !same(
              a.getValueNode(),
              b.getValueNode(),
              rest(spared, a.getKeyNode() instanceof ScalarNode key ? key.getValue() : null),
              underWay)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(
      SequenceNode one, SequenceNode other, List<Object> spared, Map<Node, Node> underWay) {
    if (one.getValue().size() != other.getValue().size()) {
      return false;
    }
    for (int i = 0; i < one.getValue().size(); i++) {
      if (!same(one.getValue().get(i), other.getValue().get(i), rest(spared, i), underWay)) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> rest(List<Object> spared, Object step) {
    return spared != null && spared.get(0).equals(step) ? spared.subList(1, spared.size()) : null;
  }
}
