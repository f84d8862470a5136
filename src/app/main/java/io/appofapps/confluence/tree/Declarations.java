package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Destination;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the resources say about themselves and their children, by node. */
final class Declarations {

  private static final String INSTANCE_LABEL = "app.kubernetes.io/instance";

  private final Map<NodeId, Application> applications = new HashMap<>();
  private final Map<NodeId, ApplicationSet> applicationSets = new HashMap<>();
  private final Map<NodeId, InstanceName> instances = new HashMap<>();

  Declarations(Collection<Application> applications, Collection<ApplicationSet> applicationSets) {
    for (Application application : applications) {
      NodeId id = NodeId.application(application.key());
      this.applications.put(id, application);
      remember(id, application.trackingId());
    }
    for (ApplicationSet set : applicationSets) {
      NodeId id = NodeId.applicationSet(set.key());
      this.applicationSets.put(id, set);
      remember(id, set.trackingId());
    }
  }

  Optional<Application> application(NodeId id) {
    return Optional.ofNullable(applications.get(id));
  }

  Optional<ApplicationSet> applicationSet(NodeId id) {
    return Optional.ofNullable(applicationSets.get(id));
  }

  Collection<NodeId> applicationIds() {
    return applications.keySet();
  }

  Collection<NodeId> applicationSetIds() {
    return applicationSets.keySet();
  }

  boolean exists(NodeId id) {
    return applications.containsKey(id) || applicationSets.containsKey(id);
  }

  /** The parent that the node's tracking id names; empty without an id that counts. */
  Optional<InstanceName> instance(NodeId id) {
    return Optional.ofNullable(instances.get(id));
  }

  /**
   * The instance label; empty when the node also carries a tracking id, valid or not: then the
   * label comes from a chart or from a copied manifest.
   */
  Optional<String> instanceLabel(NodeId id) {
    String trackingId;
    Map<String, String> labels;
    if (id.kind() == NodeKind.APPLICATION) {
      trackingId = applications.get(id).trackingId();
      labels = applications.get(id).labels();
    } else {
      trackingId = applicationSets.get(id).trackingId();
      labels = applicationSets.get(id).labels();
    }
    return trackingId.isEmpty()
        ? Optional.ofNullable(labels.get(INSTANCE_LABEL)).filter(l -> !l.isEmpty())
        : Optional.empty();
  }

  /** The listed child in the parent's own cluster; empty when the parent deploys elsewhere. */
  Optional<NodeId> target(Application parent, ChildReference child) {
    return isLocal(parent.destination())
        ? Optional.of(node(parent, child, parent.key().connection()))
        : Optional.empty();
  }

  /**
   * The listed child in another cluster. The name of that cluster is only known to this Argo CD, so
   * both together stand for the connection, and connections never mix.
   */
  NodeId remoteTarget(Application parent, ChildReference child) {
    Destination destination = parent.destination();
    String cluster = destination.name().isEmpty() ? destination.server() : destination.name();
    return node(parent, child, parent.key().connection() + ":" + cluster);
  }

  private void remember(NodeId id, String trackingId) {
    TrackingId.parse(trackingId)
        .filter(t -> t.isOf(id))
        .flatMap(t -> InstanceName.parse(t.instance()))
        .ifPresent(i -> instances.put(id, i));
  }

  private static NodeId node(Application parent, ChildReference child, String connection) {
    String namespace = child.namespace();
    if (namespace.isEmpty()) {
      namespace = parent.destination().namespace();
    }
    if (namespace.isEmpty()) {
      namespace = parent.key().namespace();
    }
    NodeKind kind =
        switch (child.kind()) {
          case APPLICATION -> NodeKind.APPLICATION;
          case APPLICATION_SET -> NodeKind.APPLICATION_SET;
        };
    return new NodeId(kind, new ApplicationKey(connection, namespace, child.name()));
  }

  private static boolean isLocal(Destination destination) {
    return destination.isInCluster()
        || (destination.server().isEmpty() && destination.name().isEmpty());
  }
}
