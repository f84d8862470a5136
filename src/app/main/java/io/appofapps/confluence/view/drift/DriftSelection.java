package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Family;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which findings are asked for.
 *
 * @param application an Application, and all below it: its name, {@code namespace/name} or {@code
 *     connection/namespace/name}
 * @param service name of a service: its Applications in all environments
 * @param kinds kinds of findings
 * @param least the least severity
 */
record DriftSelection(String application, String service, Set<FindingKind> kinds, Severity least) {

  static final Set<String> PARAMETERS =
      Set.of("set", "snapshot", "application", "service", "kinds", "severity", "form");

  /** Reads the parameters {@code application}, {@code service}, {@code kinds}, {@code severity}. */
  static DriftSelection of(Parameters parameters, Severity least) throws BadParameter {
    return new DriftSelection(
        parameters.text("application"),
        parameters.text("service"),
        kinds(parameters.words("kinds")),
        parameters.choice("severity", Severity.values(), Severity::word, least));
  }

  /** Words of kinds and of families; none means all. */
  private static Set<FindingKind> kinds(List<String> words) throws BadParameter {
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    for (String word : words) {
      List<FindingKind> meant =
          Arrays.stream(FindingKind.values())
              .filter(kind -> kind.word().equals(word) || kind.family().word().equals(word))
              .toList();
      if (meant.isEmpty()) {
        throw new BadParameter("kinds", word, allowed());
      }
      kinds.addAll(meant);
    }
    return words.isEmpty() ? EnumSet.allOf(FindingKind.class) : kinds;
  }

  private static String allowed() {
    return Stream.concat(
            Arrays.stream(Family.values()).map(Family::word),
            Arrays.stream(FindingKind.values()).map(FindingKind::word))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Whether neither Application nor service is named. */
  boolean isForAll() {
    return application.isEmpty() && service.isEmpty();
  }

  /**
   * The nodes whose findings are asked for, when they are not for all; none when there is no such
   * Application or service that the viewer may see.
   */
  Set<NodeId> nodes(Look.Tree tree) {
    Set<NodeId> nodes = new HashSet<>();
    for (NodeId top : tree.tops()) {
      for (Occurrence occurrence : tree.forest().walk(top)) {
        if (isMeant(occurrence.node(), tree)) {
          nodes.add(occurrence.node().id());
        }
      }
    }
    if (!application.isEmpty()) {
      List.copyOf(nodes)
          .forEach(
              id ->
                  tree.forest().walk(id).forEach(occurrence -> nodes.add(occurrence.node().id())));
    }
    return nodes;
  }

  private boolean isMeant(TreeNode node, Look.Tree tree) {
    boolean named = application.isEmpty() || names(node.id());
    Optional<String> itsService = tree.landscape().service(node.id()).map(Service::name);
    return named && (service.isEmpty() || itsService.filter(service::equals).isPresent());
  }

  /** Whether the parameter {@code application} means just this node. */
  boolean names(NodeId id) {
    return id.key().isCalled(application);
  }

  /** Whether the finding is asked for. */
  boolean test(Entry entry, Optional<Set<NodeId>> nodes) {
    return kinds.contains(entry.finding().kind())
        && entry.finding().severity().compareTo(least) <= 0
        && (nodes.isEmpty() || nodes.get().contains(entry.finding().node()));
  }
}
