package io.appofapps.confluence.docs.desk;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.PageName;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.drift.Sentence;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.Addresses;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.drift.FindingSource;
import io.appofapps.confluence.view.drift.PageFinding;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What pages say otherwise than manifests, for {@code aoa-drift}: one finding for a page and an
 * Application, of pages that the viewer may view and Applications that they see.
 */
@Named
public class DocumentationFindings implements FindingSource {

  /** Each costs a question to Confluence's permissions. */
  private static final int MOST_PAGES = 300;

  private final Reconciler reconciler;
  private final Editor editor;
  private final Addresses addresses;

  @Inject
  public DocumentationFindings(Reconciler reconciler, Editor editor, Addresses addresses) {
    this.reconciler = reconciler;
    this.editor = editor;
    this.addresses = addresses;
  }

  @Override
  public List<PageFinding> findings(
      Viewer viewer, TreePage.Ready tree, Optional<Set<NodeId>> asked) {
    Map<Long, Boolean> viewable = new HashMap<>();
    List<PageFinding> found = new ArrayList<>();
    List<NodeId> nodes = asked.isPresent() ? asked.get().stream().sorted().toList() : faulty(tree);
    for (NodeId node : nodes) {
      for (Map.Entry<Long, List<DatedFinding>> page : ofPages(node.key()).entrySet()) {
        if (viewable.size() < MOST_PAGES || viewable.containsKey(page.getKey())) {
          PageName name = reconciler.known().names().get(page.getKey());
          if (name != null
              && viewable.computeIfAbsent(
                  page.getKey(), id -> editor.page(id).filter(viewer::sees).isPresent())) {
            found.add(finding(node, tree, page.getKey(), name, page.getValue()));
          }
        }
      }
    }
    return found;
  }

  /**
   * The nodes of the tree that something is wrong about: few, where the nodes are thousands.
   * Gathered once for a snapshot, an audience and what is known.
   */
  private List<NodeId> faulty(TreePage.Ready tree) {
    Map<ApplicationKey, List<DatedFinding>> known = reconciler.faulty();
    return tree.snapshot()
        .derived(Gathered.class, ignored -> new Gathered())
        .byTree
        .compute(
            List.of(tree.set(), tree.tree().audience()),
            (key, last) ->
                last != null && last.known() == known
                    ? last
                    : new Faulty(known, gather(tree, known.keySet())))
        .nodes();
  }

  private static List<NodeId> gather(TreePage.Ready tree, Set<ApplicationKey> applications) {
    Set<NodeId> nodes = new LinkedHashSet<>();
    for (NodeId top : tree.tree().tops()) {
      tree.tree().forest().walk(top).stream()
          .map(each -> each.node().id())
          .filter(node -> applications.contains(node.key()))
          .forEach(nodes::add);
    }
    return List.copyOf(nodes);
  }

  private record Faulty(Map<ApplicationKey, List<DatedFinding>> known, List<NodeId> nodes) {}

  private static final class Gathered {
    private final Map<Object, Faulty> byTree = new ConcurrentHashMap<>();
  }

  private Map<Long, List<DatedFinding>> ofPages(ApplicationKey application) {
    Map<Long, List<DatedFinding>> byPage = new LinkedHashMap<>();
    for (DatedFinding each : reconciler.known(application)) {
      each.finding()
          .page()
          .ifPresent(page -> byPage.computeIfAbsent(page, ignored -> new ArrayList<>()).add(each));
    }
    return byPage;
  }

  private PageFinding finding(
      NodeId node, TreePage.Ready tree, long page, PageName name, List<DatedFinding> findings) {
    boolean outdatedOnly =
        findings.stream()
            .allMatch(
                each -> each.finding().kind() == io.appofapps.confluence.docs.FindingKind.OUTDATED);
    Optional<Instant> since = findings.stream().map(DatedFinding::since).min(Instant::compareTo);
    io.appofapps.confluence.drift.Finding finding =
        new io.appofapps.confluence.drift.Finding(
            FindingKind.DOCUMENTATION,
            Severity.INFO,
            node,
            tree.tree().landscape().environment(node).map(Environment::name),
            since.map(Since::atLeast),
            Sentence.of(
                outdatedOnly ? "documentation.outdated" : "documentation.differs",
                node.key().name()),
            findings.stream().flatMap(each -> evidence(each.finding()).stream()).toList());
    return new PageFinding(
        finding,
        page,
        name.title(),
        addresses.contextPath() + "/pages/viewpage.action?pageId=" + page);
  }

  private static Optional<Sentence> evidence(Finding finding) {
    return switch (finding.kind()) {
      case DIFFERS ->
          Optional.of(
              Sentence.of(
                  "say.page-differs", finding.field(), finding.pageSays(), finding.manifestSays()));
      case MISSING_ON_PAGE ->
          Optional.of(Sentence.of("say.page-lacks", finding.field(), finding.manifestSays()));
      case MISSING_IN_MANIFEST ->
          Optional.of(Sentence.of("say.manifest-lacks", finding.field(), finding.pageSays()));
      case OUTDATED ->
          Optional.of(Sentence.of("say.page-outdated", finding.pageSays(), finding.manifestSays()));
      case ALSO_BOUND -> Optional.of(Sentence.of("say.page-second"));
      case ORPHAN_PAGE, AMBIGUOUS, UNDOCUMENTED, UNREADABLE -> Optional.empty();
    };
  }
}
