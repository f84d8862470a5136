package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.drift.Sentence;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.sight.Actors;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who may edit the page that is looked at, against who may act on the Applications it is about.
 * Says something only where Argo CD's policy for all of them is known.
 */
@Named
public class AccessFindings {

  private static final int MOST_SAID = 3;

  private final PageAccess access;

  @Inject
  public AccessFindings(PageAccess access) {
    this.access = access;
  }

  /**
   * The findings; none where not a few Applications are asked for but a whole set.
   *
   * @param place where somebody looks; they may view the page
   * @param tree what they see of the set
   * @param nodes the nodes asked for; empty for the whole tree
   */
  List<PageFinding> findings(Place place, TreePage.Ready tree, Optional<Set<NodeId>> nodes) {
    if (nodes.isEmpty() || !(place instanceof Place.Page page)) {
      return List.of();
    }
    Optional<PageAccess.Restricted> restricted = page.content().flatMap(access::of);
    if (restricted.isEmpty()
        || restricted.get().editors().isEmpty() && restricted.get().readers().isEmpty()) {
      return List.of();
    }
    return tree.snapshot()
        .derived(Known.class, ignored -> new Known())
        .byQuestion
        .computeIfAbsent(
            new Asked(restricted.get(), nodes.get()),
            asked -> findings(asked.page(), applications(tree, asked.nodes()), tree.snapshot()));
  }

  private record Asked(PageAccess.Restricted page, Set<NodeId> nodes) {}

  private static final class Known {
    private final Map<Asked, List<PageFinding>> byQuestion = new ConcurrentHashMap<>();
  }

  private static List<PageFinding> findings(
      PageAccess.Restricted page, List<Application> applications, Snapshot snapshot) {
    Actors actors = Actors.of(snapshot);
    if (applications.isEmpty() || !applications.stream().allMatch(actors::knows)) {
      return List.of();
    }
    NodeId node = NodeId.application(applications.get(0).key());
    List<PageFinding> found = new ArrayList<>();
    editors(page, applications, actors)
        .ifPresent(
            evidence ->
                found.add(
                    finding(
                        page,
                        FindingKind.PAGE_EDITORS,
                        Severity.WARNING,
                        node,
                        "page-editors",
                        evidence)));
    readers(page, applications, actors)
        .ifPresent(
            evidence ->
                found.add(
                    finding(
                        page,
                        FindingKind.PAGE_READERS,
                        Severity.INFO,
                        node,
                        "page-readers",
                        evidence)));
    return List.copyOf(found);
  }

  private static List<Application> applications(TreePage.Ready tree, Set<NodeId> nodes) {
    return nodes.stream()
        .sorted()
        .map(tree.tree().forest()::node)
        .flatMap(Optional::stream)
        .map(TreeNode::application)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<List<Sentence>> editors(
      PageAccess.Restricted page, List<Application> applications, Actors actors) {
    String projects =
        applications.stream()
            .map(Application::project)
            .map(AccessFindings::named)
            .distinct()
            .sorted()
            .limit(MOST_SAID)
            .collect(Collectors.joining(", "));
    return said(
        page.editors().stream()
            .sorted()
            .filter(group -> !actors.mayDoAnything(group, applications))
            .map(group -> Sentence.of("say.grants-nothing", group, projects))
            .toList());
  }

  private static Optional<List<Sentence>> readers(
      PageAccess.Restricted page, List<Application> applications, Actors actors) {
    if (page.readers().isEmpty()) {
      return Optional.empty();
    }
    TreeMap<String, Set<String>> projectsOf = new TreeMap<>();
    for (Application application : applications) {
      for (String group : actors.deployers(application)) {
        if (!page.readers().contains(group)) {
          projectsOf
              .computeIfAbsent(group, ignored -> new TreeSet<>())
              .add(named(application.project()));
        }
      }
    }
    return said(
        projectsOf.entrySet().stream()
            .map(
                each ->
                    Sentence.of(
                        "say.may-deploy", each.getKey(), String.join(", ", each.getValue())))
            .toList());
  }

  private static String named(String project) {
    return project.isEmpty() ? "default" : project;
  }

  /** A few of them, and how many more. */
  private static Optional<List<Sentence>> said(List<Sentence> all) {
    List<Sentence> few = new ArrayList<>(all.stream().limit(MOST_SAID).toList());
    if (all.size() > MOST_SAID) {
      few.add(Sentence.of("say.more-groups", all.size() - MOST_SAID));
    }
    return few.isEmpty() ? Optional.empty() : Optional.of(few);
  }

  private static PageFinding finding(
      PageAccess.Restricted page,
      FindingKind kind,
      Severity severity,
      NodeId node,
      String headline,
      List<Sentence> evidence) {
    return new PageFinding(
        new Finding(
            kind,
            severity,
            node,
            Optional.empty(),
            Optional.empty(),
            Sentence.of(headline),
            evidence),
        page.id(),
        page.title(),
        page.address());
  }
}
