package io.appofapps.confluence.environment;

import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment and service of every node of a forest, as far as they are known. Immutable. */
public final class Landscape {

  private final Map<NodeId, Environment> environments;
  private final Map<NodeId, Service> services;

  private Landscape(Map<NodeId, Environment> environments, Map<NodeId, Service> services) {
    this.environments = environments;
    this.services = services;
  }

  /** The landscape of the forest by the conventions alone. */
  public static Landscape of(Forest forest) {
    return of(forest, EnvironmentRules.DEFAULT, ServiceRules.DEFAULT);
  }

  /**
   * The landscape of the forest. The first rule that matches the node decides. Then, where
   * conventions are wanted: the node's own declaration, that of its nearest ancestor (along owners;
   * a rule's answer is one too), what the node itself suggests, what its ancestors suggest. Else
   * environment and service are unknown.
   */
  public static Landscape of(
      Forest forest, EnvironmentRules environmentRules, ServiceRules serviceRules) {
    Builder builder = new Builder(environmentRules, serviceRules);
    for (NodeId root : forest.roots()) {
      for (Occurrence occurrence : forest.walk(root)) {
        if (occurrence.kind() == Occurrence.Kind.OWNED) {
          builder.add(occurrence);
        }
      }
    }
    return new Landscape(builder.environments, builder.services);
  }

  /** The environment of the node, empty when nothing tells it or the node is not known. */
  public Optional<Environment> environment(NodeId id) {
    return Optional.ofNullable(environments.get(id));
  }

  /** The service of the node, empty when it has none or the node is not known. */
  public Optional<Service> service(NodeId id) {
    return Optional.ofNullable(services.get(id));
  }

  /** Goes down the trees, parents before children. */
  private static final class Builder {
    private final RuleReader environmentRules;
    private final RuleReader serviceRules;
    private final boolean environmentConventions;
    private final boolean serviceConventions;
    private final Map<NodeId, Environment> environments = new HashMap<>();
    private final Map<NodeId, Service> services = new HashMap<>();
    private final Map<NodeId, Environment> declaredAbove = new HashMap<>();
    private final Map<NodeId, Environment> inferredAbove = new HashMap<>();

    private Builder(EnvironmentRules environments, ServiceRules services) {
      environmentRules = new RuleReader(environments.rules());
      serviceRules = new RuleReader(services.rules());
      environmentConventions = environments.conventions();
      serviceConventions = services.conventions();
    }

    private void add(Occurrence occurrence) {
      TreeNode node = occurrence.node();
      Optional<Environment> ruled =
          environmentRules.first(node).map(hit -> new Environment(hit.answer(), hit.evidence()));
      if (environmentConventions) {
        addByConvention(occurrence, ruled);
      } else {
        ruled.ifPresent(environment -> environments.put(node.id(), environment));
      }
      serviceRules
          .first(node)
          .map(hit -> new Service(hit.answer(), hit.evidence()))
          .or(() -> serviceConventions ? ServiceResolver.resolve(node) : Optional.empty())
          .ifPresent(service -> services.put(node.id(), service));
    }

    private void addByConvention(Occurrence occurrence, Optional<Environment> ruled) {
      TreeNode node = occurrence.node();
      NodeId id = node.id();
      List<NodeId> ancestors = occurrence.ancestors();
      Optional<NodeId> parent =
          ancestors.isEmpty() ? Optional.empty() : Optional.of(ancestors.get(ancestors.size() - 1));
      Optional<Environment> inheritedDeclared = parent.map(declaredAbove::get);
      Optional<Environment> inheritedInferred = parent.map(inferredAbove::get);

      Optional<Environment> declared = ruled.or(() -> EnvironmentResolver.declared(node));
      Optional<Environment> inferred = EnvironmentResolver.inferred(node);
      declared
          .or(() -> EnvironmentResolver.kargoStage(node))
          .or(() -> inheritedDeclared)
          .or(() -> inferred)
          .or(() -> inheritedInferred)
          .ifPresent(environment -> environments.put(id, environment));
      pass(declared, inheritedDeclared, id, declaredAbove);
      pass(inferred, inheritedInferred, id, inferredAbove);
    }

    /** What the children of the node inherit: its own, else what it inherited itself. */
    private static void pass(
        Optional<Environment> own,
        Optional<Environment> inherited,
        NodeId id,
        Map<NodeId, Environment> target) {
      own.map(environment -> environment.inheritedFrom(id.key().name()))
          .or(() -> inherited)
          .ifPresent(environment -> target.put(id, environment));
    }
  }
}
