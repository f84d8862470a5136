package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.drift.Comparisons;
import io.appofapps.confluence.drift.Drift;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.Taken;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The findings of a set for those who see the same of it. Looked for once for a state of the
 * cluster; what depends on the time of day once a minute.
 */
@Named
public class DriftPages {

  private static final int MOST_SELECTIONS = 500;

  private final TreePages pages;
  private final ConfigurationReader configuration;
  private final ArgoCdLinks links;
  private final AccessFindings access;
  private final List<FindingSource> sources;
  private final Clock clock;

  @Inject
  public DriftPages(
      TreePages pages,
      ConfigurationReader configuration,
      ArgoCdLinks links,
      AccessFindings access,
      Optional<List<FindingSource>> sources) {
    this(pages, configuration, links, access, sources.orElse(List.of()), Clock.systemUTC());
  }

  DriftPages(
      TreePages pages,
      ConfigurationReader configuration,
      ArgoCdLinks links,
      AccessFindings access,
      List<FindingSource> sources,
      Clock clock) {
    this.pages = pages;
    this.configuration = configuration;
    this.links = links;
    this.access = access;
    this.sources = List.copyOf(sources);
    this.clock = clock;
  }

  /** What the viewer sees of the drift at that place, or why there is nothing to see. */
  public sealed interface Asked {

    /** The findings. */
    record Report(DriftReport report) implements Asked {}

    /** There is no tree. */
    record Away(TreePage why) implements Asked {}

    /** The viewer sees no Application or service of that name. */
    record Unknown(String name) implements Asked {}
  }

  /**
   * The findings that the parameters ask for.
   *
   * @param least the least severity where the parameters do not say
   */
  public Asked ask(Question question, Severity least) throws BadParameter {
    DriftSelection selection = DriftSelection.of(question.parameters(), least);
    TreePage page =
        pages.open(
            question.viewer(),
            question.place(),
            question.parameters().set(),
            question.parameters().snapshot());
    if (!(page instanceof TreePage.Ready ready)) {
      return new Asked.Away(page);
    }
    Optional<Set<NodeId>> nodes = nodes(ready, selection);
    if (nodes.filter(Set::isEmpty).isPresent()) {
      return new Asked.Unknown(
          selection.application().isEmpty() ? selection.service() : selection.application());
    }
    return new Asked.Report(
        new DriftReport(ready, selection, nodes, ofPages(question, ready, nodes), entries(ready)));
  }

  /** All findings, the most severe first; the same list as long as it says the same. */
  List<Entry> entries(TreePage.Ready page) {
    Known known = known(page);
    return known.at(
        page.snapshot()
            .taken()
            .map(Taken::at)
            .orElseGet(clock::instant)
            .truncatedTo(ChronoUnit.MINUTES),
        minute -> entries(known.drift.at(minute, comparisons(page.snapshot())), page));
  }

  /** The nodes the selection asks for; empty when it is for all. */
  private Optional<Set<NodeId>> nodes(TreePage.Ready page, DriftSelection selection) {
    return selection.isForAll()
        ? Optional.empty()
        : Optional.of(known(page).nodes(selection, page.tree()));
  }

  private Known known(TreePage.Ready page) {
    Configuration now = configuration.current();
    return page.snapshot()
        .derived(Views.class, ignored -> new Views())
        .byQuestion
        .computeIfAbsent(
            new ViewKey(page.set(), page.tree().audience(), now),
            question -> new Known(drift(page, now)));
  }

  /**
   * Findings about pages; not shared, since they depend on what the viewer may see. What pages said
   * at a moment of the past nobody has kept.
   */
  private List<Entry> ofPages(Question question, TreePage.Ready page, Optional<Set<NodeId>> nodes) {
    if (page.snapshot().taken().isPresent()) {
      return List.of();
    }
    List<PageFinding> found = new ArrayList<>(access.findings(question.place(), page, nodes));
    for (FindingSource source : sources) {
      found.addAll(source.findings(question.viewer(), page, nodes));
    }
    Set<FindingKind> off = configuration.current().drift().off();
    return found.stream()
        .filter(each -> !off.contains(each.finding().kind()))
        .map(DriftPages::entry)
        .toList();
  }

  private static Entry entry(PageFinding found) {
    return new Entry(
        id(found.finding()) + "/" + found.page(),
        found.finding(),
        Optional.of(found.title()),
        Optional.of(found.address()));
  }

  private static Drift drift(TreePage.Ready page, Configuration configuration) {
    Look.Tree tree = page.tree();
    return Drift.of(
        tree.forest(),
        tree.tops(),
        tree.landscape(),
        configuration.environments().order(),
        configuration.drift());
  }

  private static Comparisons comparisons(Snapshot snapshot) {
    return new Comparisons() {
      @Override
      public Optional<Instant> comparedAt(ApplicationKey key) {
        return Optional.ofNullable(snapshot.applications().get(key))
            .flatMap(Application::reconciledAt);
      }

      @Override
      public Optional<Instant> seenAt(String connection) {
        return Optional.ofNullable(snapshot.connections().get(connection))
            .flatMap(ConnectionState::asOf);
      }
    };
  }

  private List<Entry> entries(List<Finding> findings, TreePage.Ready page) {
    List<Entry> entries = new ArrayList<>();
    for (Finding finding : findings) {
      entries.add(new Entry(id(finding), finding, Optional.empty(), link(finding, page)));
    }
    return List.copyOf(entries);
  }

  /** Its headline tells findings of one kind on one node apart. */
  private static String id(Finding finding) {
    return finding.kind().word()
        + "/"
        + finding.node()
        + "/"
        + Integer.toHexString(List.of(finding.headline(), finding.evidence()).hashCode());
  }

  private Optional<String> link(Finding finding, TreePage.Ready page) {
    return page.tree()
        .forest()
        .node(finding.node())
        .flatMap(TreeNode::application)
        .flatMap(app -> links.applicationUrl(app.key(), app));
  }

  private record ViewKey(DeploymentSet set, Look.Audience audience, Configuration configuration) {}

  private static final class Views {
    private final Map<ViewKey, Known> byQuestion = new ConcurrentHashMap<>();
  }

  /** What is known of one question, and how it looked at the last minute. */
  private static final class Known {
    private final Drift drift;
    private Instant minute = Instant.MIN;
    private List<Entry> entries = List.of();
    private final Map<List<String>, Set<NodeId>> selected = new HashMap<>();

    Known(Drift drift) {
      this.drift = drift;
    }

    synchronized Set<NodeId> nodes(DriftSelection selection, Look.Tree tree) {
      if (selected.size() >= MOST_SELECTIONS) {
        selected.clear();
      }
      return selected.computeIfAbsent(
          List.of(selection.application(), selection.service()), asked -> selection.nodes(tree));
    }

    synchronized List<Entry> at(Instant now, Function<Instant, List<Entry>> look) {
      if (!now.equals(minute)) {
        List<Entry> fresh = look.apply(now);
        entries = fresh.equals(entries) ? entries : fresh;
        minute = now;
      }
      return entries;
    }
  }
}
