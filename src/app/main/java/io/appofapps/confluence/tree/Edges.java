package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.OwnerReference;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every node and every edge with all its evidence; self-edges are kept apart. */
final class Edges {

  private record Uid(String connection, String uid) {}

  private final Declarations declarations;
  private final ParentNames parentNames;
  private final Map<Uid, NodeId> setsByUid = new HashMap<>();
  private final Map<NodeId, Map<NodeId, Set<EdgeEvidence>>> parents = new HashMap<>();
  private final Set<NodeId> selfManaged = new HashSet<>();
  private final Set<NodeId> requiresPruning = new HashSet<>();
  private final Set<NodeId> remote = new HashSet<>();
  private final Set<NodeId> generatedElsewhere = new HashSet<>();

  Edges(Collection<Application> applications, Declarations declarations) {
    this.declarations = declarations;
    this.parentNames = new ParentNames(declarations, new ControlPlanes(applications, declarations));
    declarations.applicationIds().forEach(this::touch);
    declarations.applicationSetIds().forEach(this::touch);
    declarations.applicationSetIds().forEach(this::rememberUid);
    declarations.applicationIds().forEach(this::addListed);
    declarations.applicationIds().forEach(this::addOwned);
    declarations.applicationIds().forEach(this::addTracked);
    declarations.applicationSetIds().forEach(this::addTracked);
  }

  Set<NodeId> nodes() {
    return parents.keySet();
  }

  /** Parents of the node with the evidence for each; without itself. */
  Map<NodeId, Set<EdgeEvidence>> parents(NodeId node) {
    return parents.get(node);
  }

  boolean isSelfManaged(NodeId node) {
    return selfManaged.contains(node);
  }

  boolean requiresPruning(NodeId node) {
    return requiresPruning.contains(node);
  }

  boolean isRemote(NodeId node) {
    return remote.contains(node);
  }

  /** Whether an ApplicationSet that is not among the resources controls the node. */
  boolean isGeneratedElsewhere(NodeId node) {
    return generatedElsewhere.contains(node);
  }

  private void rememberUid(NodeId id) {
    String uid = declarations.applicationSet(id).map(ApplicationSet::uid).orElse("");
    if (!uid.isEmpty()) {
      setsByUid.put(new Uid(id.key().connection(), uid), id);
    }
  }

  private void addListed(NodeId id) {
    Application parent = declarations.application(id).orElseThrow();
    for (ChildReference reference : parent.children()) {
      Optional<NodeId> local = declarations.target(parent, reference);
      NodeId child = local.orElseGet(() -> declarations.remoteTarget(parent, reference));
      if (local.isEmpty()) {
        remote.add(child);
      }
      if (reference.requiresPruning()) {
        requiresPruning.add(child);
      }
      add(id, child, EdgeEvidence.PARENT_STATUS);
    }
  }

  private void addOwned(NodeId child) {
    Optional<OwnerReference> owner = declarations.application(child).flatMap(Application::owner);
    if (owner.isEmpty()) {
      return;
    }
    ApplicationKey key = child.key();
    NodeId byName =
        NodeId.applicationSet(
            new ApplicationKey(key.connection(), key.namespace(), owner.get().name()));
    NodeId set = setsByUid.getOrDefault(new Uid(key.connection(), owner.get().uid()), byName);
    if (parents.containsKey(set)) {
      add(set, child, EdgeEvidence.OWNER_REFERENCE);
    } else {
      generatedElsewhere.add(child);
    }
  }

  private void addTracked(NodeId child) {
    declarations
        .instance(child)
        .flatMap(instance -> parentNames.byTrackingId(child, instance))
        .ifPresent(parent -> add(parent, child, EdgeEvidence.TRACKING_ID));
    declarations
        .instanceLabel(child)
        .flatMap(label -> parentNames.byLabel(child, label))
        .filter(parent -> labelCounts(parent, child))
        .ifPresent(parent -> add(parent, child, EdgeEvidence.INSTANCE_LABEL));
  }

  /** Charts write the label too, so it may confirm what is known or fill a gap, not disagree. */
  private boolean labelCounts(NodeId parent, NodeId child) {
    Map<NodeId, Set<EdgeEvidence>> known = parents.get(child);
    boolean gap = known.isEmpty() && !generatedElsewhere.contains(child);
    return !parent.equals(child) && (gap || known.containsKey(parent));
  }

  private void add(NodeId parent, NodeId child, EdgeEvidence evidence) {
    if (parent.equals(child)) {
      selfManaged.add(child);
      return;
    }
    touch(child);
    parents
        .get(child)
        .computeIfAbsent(parent, p -> EnumSet.noneOf(EdgeEvidence.class))
        .add(evidence);
  }

  private void touch(NodeId node) {
    parents.computeIfAbsent(node, n -> new HashMap<>());
  }
}
