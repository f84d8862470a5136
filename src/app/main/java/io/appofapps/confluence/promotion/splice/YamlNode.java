package io.appofapps.confluence.promotion.splice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A place in a document, to read: a mapping, a sequence or a scalar. */
public final class YamlNode {

  private static final int DEEPEST = 60;

  private final Node node;

  YamlNode(Node node) {
    this.node = node;
  }

  /** What a path leads to; empty when nothing is there. */
  public Optional<YamlNode> at(YamlPath path) {
    Optional<Node> found = Optional.of(node);
    for (Object step : path.steps()) {
      found = found.flatMap(each -> child(each, step));
    }
    return found.map(YamlNode::new);
  }

  /** What keys lead to. */
  public Optional<YamlNode> at(Object... steps) {
    return at(YamlPath.of(steps));
  }

  /** The text of a scalar, as written; empty for anything else. */
  public Optional<String> text() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** The text that keys lead to, empty when there is none. */
  public String text(Object... steps) {
    return at(steps).flatMap(YamlNode::text).orElse("");
  }

  /** The elements of a sequence; none of anything else. */
  public List<YamlNode> elements() {
    List<YamlNode> elements = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(each -> elements.add(new YamlNode(each)));
    }
    return elements;
  }

  /** Every scalar below with its path, in the order of the text. */
  public void scalars(BiConsumer<YamlPath, String> each) {
    scalars(node, YamlPath.ROOT, each, 0);
  }

  private static void scalars(
      Node node, YamlPath path, BiConsumer<YamlPath, String> each, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      each.accept(path, scalar.getValue());
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          scalars(tuple.getValueNode(), path.then(key.getValue()), each, depth + 1);
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        scalars(sequence.getValue().get(i), path.then(i), each, depth + 1);
      }
    }
  }

  static Optional<Node> child(Node node, Object step) {
    if (node instanceof MappingNode mapping && step instanceof String name) {
      for (NodeTuple each : mapping.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return Optional.of(each.getValueNode());
        }
      }
    } else if (node instanceof SequenceNode sequence && step instanceof Integer index) {
      return index >= 0 && index < sequence.getValue().size()
          ? Optional.of(sequence.getValue().get(index))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
