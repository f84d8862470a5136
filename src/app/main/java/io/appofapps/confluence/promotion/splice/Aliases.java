package io.appofapps.confluence.promotion.splice;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Which nodes of a document stand at more than one place, by anchor and alias. */
final class Aliases {

  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  private Aliases() {}

  static Aliases of(Node document) {
    Aliases aliases = new Aliases();
    aliases.visit(document);
    return aliases;
  }

  boolean isShared(Node node) {
    return shared.contains(node);
  }

  private void visit(Node node) {
    if (!seen.add(node)) {
      shared.add(node);
      return;
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        visit(each.getKeyNode());
        visit(each.getValueNode());
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::visit);
    }
  }
}
