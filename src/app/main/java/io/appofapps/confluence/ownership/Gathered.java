package io.appofapps.confluence.ownership;

import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What every Application of some trees says of its service. Immutable; equal only to itself, so
 * that comparing two of them costs nothing.
 */
public final class Gathered {

  /**
   * An Application that deploys a service.
   *
   * @param id the Application
   * @param service name of the service; untrusted
   * @param environment name of its environment, empty when it is not known; untrusted
   * @param labels its labels, untrusted
   * @param said what it, its project or the nearest ancestor says, by id of the field
   */
  public record Deployed(
      NodeId id,
      String service,
      String environment,
      Map<String, String> labels,
      Map<String, Said> said) {
    public Deployed {
      labels = Map.copyOf(labels);
      said = Map.copyOf(said);
    }
  }

  private final MetadataRules rules;
  private final List<Deployed> applications;

  private Gathered(MetadataRules rules, List<Deployed> applications) {
    this.rules = rules;
    this.applications = List.copyOf(applications);
  }

  /**
   * Reads the trees below those tops, each Application once. For every field the Application's own
   * word is heard first, then its project's, then, where the field is inherited, that of the
   * nearest ancestor.
   */
  public static Gathered of(
      Forest forest,
      List<NodeId> tops,
      Landscape landscape,
      Projects projects,
      MetadataRules rules) {
    KeyReader reader = new KeyReader(projects);
    Map<NodeId, Map<String, Said>> heard = new HashMap<>();
    Set<NodeId> seen = new HashSet<>();
    List<Deployed> applications = new ArrayList<>();
    for (Occurrence occurrence : ownedFirst(forest, tops)) {
      if (seen.add(occurrence.node().id())) {
        Map<String, Said> said = said(occurrence, rules, reader, heard);
        deployed(occurrence.node(), landscape, said).ifPresent(applications::add);
      }
    }
    return new Gathered(rules, applications);
  }

  /** A node that several parents list speaks where its owner has it, if that is in these trees. */
  private static List<Occurrence> ownedFirst(Forest forest, List<NodeId> tops) {
    List<Occurrence> owned = new ArrayList<>();
    List<Occurrence> others = new ArrayList<>();
    for (NodeId top : tops) {
      for (Occurrence occurrence : forest.walk(top)) {
        (occurrence.kind() == Occurrence.Kind.OWNED ? owned : others).add(occurrence);
      }
    }
    owned.addAll(others);
    return owned;
  }

  /**
   * What is said of the node.
   *
   * @param heard what its ancestors say themselves, by field; gets what the node passes on
   */
  private static Map<String, Said> said(
      Occurrence occurrence,
      MetadataRules rules,
      KeyReader reader,
      Map<NodeId, Map<String, Said>> heard) {
    TreeNode node = occurrence.node();
    List<NodeId> ancestors = occurrence.ancestors();
    Map<String, Said> above =
        ancestors.isEmpty()
            ? Map.of()
            : heard.getOrDefault(ancestors.get(ancestors.size() - 1), Map.of());
    Map<String, Said> said = new HashMap<>();
    Map<String, Said> passed = new HashMap<>();
    for (Field field : rules.fields()) {
      Optional<Said> own = reader.ofNode(field, node);
      Optional<Said> inherited = Optional.ofNullable(above.get(field.id()));
      own.or(() -> reader.ofProject(field, node))
          .or(() -> inherited)
          .ifPresent(found -> said.put(field.id(), found));
      if (field.inherited()) {
        own.map(found -> fromAncestor(found, node))
            .or(() -> inherited)
            .ifPresent(found -> passed.put(field.id(), found));
      }
    }
    heard.put(node.id(), passed);
    return said;
  }

  private static Said fromAncestor(Said own, TreeNode node) {
    return new Said(
        own.value(), Said.Origin.ANCESTOR, own.evidence() + " of " + node.id().key().name());
  }

  private static Optional<Deployed> deployed(
      TreeNode node, Landscape landscape, Map<String, Said> said) {
    return node.application()
        .flatMap(
            app ->
                landscape
                    .service(node.id())
                    .map(Service::name)
                    .map(
                        service ->
                            new Deployed(
                                node.id(),
                                service,
                                landscape.environment(node.id()).map(Environment::name).orElse(""),
                                app.labels(),
                                said)));
  }

  /** The fields that were looked for. */
  public MetadataRules rules() {
    return rules;
  }

  /** The Applications that deploy a service, in the order of the trees. */
  public List<Deployed> applications() {
    return applications;
  }

  /** The services of those Applications, by name. */
  public List<ServiceMetadata> services(Predicate<Deployed> which) {
    Map<String, List<Deployed>> byService = new LinkedHashMap<>();
    applications.stream()
        .filter(which)
        .forEach(
            each -> byService.computeIfAbsent(each.service(), s -> new ArrayList<>()).add(each));
    return byService.entrySet().stream()
        .map(entry -> ServiceMetadata.of(entry.getKey(), entry.getValue(), rules))
        .sorted(ServiceMetadata.BY_NAME)
        .toList();
  }
}
