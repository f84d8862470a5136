package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the Application that a tracking id or an instance label names. */
final class ParentNames {

  private record Label(String connection, String text) {}

  private final Declarations declarations;
  private final ControlPlanes controlPlanes;
  private final Map<Label, List<NodeId>> byLabel = new HashMap<>();

  ParentNames(Declarations declarations, ControlPlanes controlPlanes) {
    this.declarations = declarations;
    this.controlPlanes = controlPlanes;
    for (NodeId id : declarations.applicationIds()) {
      String instance = InstanceName.of(id.key(), controlPlanes.contains(id.key()));
      Label label = new Label(id.key().connection(), InstanceName.asLabel(instance));
      byLabel.computeIfAbsent(label, l -> new ArrayList<>(1)).add(id);
    }
  }

  /** The existing Application of that name; empty when there is none or more than one. */
  Optional<NodeId> byTrackingId(NodeId child, InstanceName instance) {
    String connection = child.key().connection();
    if (instance.namespace().isPresent()) {
      return existing(connection, instance.namespace().get(), instance.name());
    }
    Set<String> planes = controlPlanes.of(connection);
    return preferOwnNamespace(
        child,
        planes.stream()
            .flatMap(plane -> existing(connection, plane, instance.name()).stream())
            .toList());
  }

  /** The existing Application whose cut name is the label; empty when none or more than one. */
  Optional<NodeId> byLabel(NodeId child, String text) {
    Label label = new Label(child.key().connection(), InstanceName.asLabel(text));
    return preferOwnNamespace(child, byLabel.getOrDefault(label, List.of()));
  }

  private Optional<NodeId> existing(String connection, String namespace, String name) {
    return Optional.of(NodeId.application(new ApplicationKey(connection, namespace, name)))
        .filter(declarations::exists);
  }

  private static Optional<NodeId> preferOwnNamespace(NodeId child, List<NodeId> candidates) {
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    List<NodeId> near =
        candidates.stream()
            .filter(c -> c.key().namespace().equals(child.key().namespace()))
            .toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }
}
