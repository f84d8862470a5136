package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The configuration drift of a part of a forest. Made once for a state of the cluster; which
 * findings there are at a moment, and how severe, is told at each look. Immutable.
 */
public final class Drift {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::kind)
          .thenComparing(finding -> finding.since().map(Since::moment).orElse(Instant.MAX))
          .thenComparing(Finding::node);

  private final List<Subject> subjects;
  private final List<Candidate> candidates;
  private final DriftRules rules;

  private Drift(List<Subject> subjects, List<Candidate> candidates, DriftRules rules) {
    this.subjects = List.copyOf(subjects);
    this.candidates = List.copyOf(candidates);
    this.rules = rules;
  }

  /**
   * The drift of all that hangs below the tops, themselves included.
   *
   * @param landscape environments and services of the forest
   * @param order environments from first to last
   */
  public static Drift of(
      Forest forest, List<NodeId> tops, Landscape landscape, List<String> order, DriftRules rules) {
    Map<NodeId, TreeNode> nodes = new LinkedHashMap<>();
    for (NodeId top : tops) {
      for (Occurrence occurrence : forest.walk(top)) {
        nodes.putIfAbsent(occurrence.node().id(), occurrence.node());
      }
    }
    List<Subject> subjects = subjects(nodes, landscape);
    List<Candidate> candidates = new ArrayList<>();
    Consumer<Candidate> found =
        candidate -> {
          if (!rules.off().contains(candidate.finding().kind())) {
            candidates.add(candidate);
          }
        };
    SyncFindings sync = new SyncFindings(forest, landscape, rules);
    StateFindings state = new StateFindings(rules);
    SiblingFindings siblings = new SiblingFindings(subjects);
    for (Subject subject : subjects) {
      sync.find(subject, found);
      state.find(subject, found);
      siblings.find(subject, found);
    }
    nodes
        .values()
        .forEach(
            node ->
                node.applicationSet()
                    .ifPresent(
                        set -> state.find(node.id(), set, environment(landscape, node), found)));
    new VersionFindings(subjects, order).find(found);
    return new Drift(subjects, candidates, rules);
  }

  private static List<Subject> subjects(Map<NodeId, TreeNode> nodes, Landscape landscape) {
    List<Subject> subjects = new ArrayList<>();
    for (TreeNode node : nodes.values()) {
      node.application()
          .ifPresent(
              app ->
                  subjects.add(
                      new Subject(
                          node,
                          app,
                          environment(landscape, node),
                          landscape.service(node.id()).map(Service::name))));
    }
    return subjects;
  }

  private static Optional<String> environment(Landscape landscape, TreeNode node) {
    return landscape.environment(node.id()).map(Environment::name);
  }

  /** The findings at that moment, the most severe first. */
  public List<Finding> at(Instant now, Comparisons comparisons) {
    List<Finding> findings = new ArrayList<>();
    for (Candidate candidate : candidates) {
      candidate.at(now, rules.limit()).ifPresent(findings::add);
    }
    if (!rules.off().contains(FindingKind.STALE_STATUS)) {
      StaleFindings stale = new StaleFindings(rules, comparisons);
      subjects.forEach(subject -> stale.find(subject, findings::add));
    }
    return findings.stream().sorted(ORDER).toList();
  }
}
