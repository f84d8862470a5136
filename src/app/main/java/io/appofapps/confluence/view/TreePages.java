package io.appofapps.confluence.view;

import io.appofapps.confluence.capture.Captures;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.PastSnapshot;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.tree.TreeView;
import io.appofapps.confluence.view.tree.TreeViewBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the tree for a question in the prepared snapshot. Never calls a cluster. */
@Named
public class TreePages {

  private static final int MOST_ASKED = 64;

  private final PreparedState states;
  private final Sight sight;
  private final ArgoCdLinks links;
  private final ConfigurationReader configuration;
  private final Captures captures;
  private final Map<Asked, Asked> asked = new LinkedHashMap<>(16, 0.75f, true);

  private record Asked(String set, Look.Audience audience) {}

  @Inject
  public TreePages(
      PreparedState states,
      Sight sight,
      ArgoCdLinks links,
      ConfigurationReader configuration,
      Captures captures) {
    this.states = states;
    this.sight = sight;
    this.links = links;
    this.configuration = configuration;
    this.captures = captures;
  }

  /**
   * Computes ahead what pages will ask of the snapshot: its trees and the sets asked for lately.
   */
  public void prepare(Snapshot snapshot) {
    Configuration now = configuration.current();
    Landscapes.of(snapshot, now);
    for (Asked each : askedLately()) {
      DeploymentSets.find(snapshot, now, each.set()).ifPresent(set -> prepare(snapshot, set, each));
    }
  }

  private void prepare(Snapshot snapshot, DeploymentSet set, Asked lately) {
    if (sight.look(lately.audience(), set, snapshot) instanceof Look.Tree tree) {
      view(snapshot, set, tree);
    }
  }

  private List<Asked> askedLately() {
    synchronized (asked) {
      return List.copyOf(asked.keySet());
    }
  }

  private void noteAsked(Asked question) {
    synchronized (asked) {
      asked.put(question, question);
      if (asked.size() > MOST_ASKED) {
        asked.remove(asked.keySet().iterator().next());
      }
    }
  }

  /** The snapshot that pages show now. */
  public Snapshot snapshot() {
    return states.current();
  }

  /** What the person sees of the set at that place, or why there is nothing to show. */
  public TreePage open(Viewer viewer, Place place, String key) {
    Snapshot snapshot = states.current();
    Optional<DeploymentSet> found = DeploymentSets.find(snapshot, configuration.current(), key);
    if (found.isEmpty()) {
      return nothing(viewer, place, key, snapshot);
    }
    DeploymentSet set = found.get();
    Look look = sight.look(viewer, place, set, snapshot);
    if (look instanceof Look.NoPage) {
      return new TreePage.NoPermission();
    }
    if (look instanceof Look.OtherSpace) {
      return new TreePage.OtherSpace();
    }
    if (!(look instanceof Look.Tree tree)) {
      return nothing(viewer, place, key, snapshot);
    }
    if (tree.tops().isEmpty()) {
      return unread(snapshot).orElse(new TreePage.RootAway(set));
    }
    noteAsked(new Asked(set.key(), tree.audience()));
    return new TreePage.Ready(snapshot, set, tree, view(snapshot, set, tree));
  }

  /**
   * What the person sees of the set as it was when somebody kept it.
   *
   * @param captured key of the kept snapshot, empty for the state of now
   */
  public TreePage open(Viewer viewer, Place place, String key, String captured) {
    TreePage now = open(viewer, place, key);
    boolean isForThem =
        now instanceof TreePage.Ready
            || now instanceof TreePage.RootAway
            || now instanceof TreePage.UnknownSet;
    if (captured.isEmpty() || !isForThem) {
      return now;
    }
    Snapshot present = states.current();
    Optional<DeploymentSet> set = DeploymentSets.find(present, configuration.current(), key);
    Optional<TreePage> then =
        set.flatMap(
            found ->
                captures
                    .find(captured, found, present)
                    .flatMap(past -> open(viewer, place, found, past)));
    // somebody who sees nothing of the set now and then does not learn that it is there
    return then.orElseGet(
        () -> now instanceof TreePage.UnknownSet ? now : new TreePage.UnknownSnapshot(captured));
  }

  private Optional<TreePage> open(
      Viewer viewer, Place place, DeploymentSet now, PastSnapshot past) {
    DeploymentSet then =
        now.as(past.applications().containsKey(now.root().key()), past.applications().size());
    return sight.look(viewer, place, then, past) instanceof Look.Tree tree && !tree.tops().isEmpty()
        ? Optional.of(new TreePage.Ready(past, then, tree, view(past, then, tree)))
        : Optional.empty();
  }

  private TreePage nothing(Viewer viewer, Place place, String key, Snapshot snapshot) {
    return unread(snapshot)
        .orElseGet(
            () ->
                new TreePage.UnknownSet(
                    key,
                    sight.sets(viewer, place, snapshot).stream()
                        .map(seen -> seen.set().key())
                        .toList()));
  }

  private static Optional<TreePage> unread(Snapshot snapshot) {
    Collection<ConnectionState> connections = snapshot.connections().values();
    if (connections.isEmpty()) {
      return Optional.of(new TreePage.NoConnection());
    }
    return connections.stream().allMatch(connection -> connection.asOf().isEmpty())
        ? Optional.of(new TreePage.NothingKnown(connections.iterator().next()))
        : Optional.empty();
  }

  private TreeView view(Snapshot snapshot, DeploymentSet set, Look.Tree tree) {
    return snapshot
        .derived(Views.class, ignored -> new Views())
        .byQuestion
        .computeIfAbsent(
            new Views.Question(set, tree.audience(), configuration.current()), q -> build(tree));
  }

  private TreeView build(Look.Tree tree) {
    return new TreeViewBuilder(
            id -> tree.landscape().environment(id).map(Environment::name), this::link)
        .build(tree.forest(), tree.tops());
  }

  private Optional<String> link(TreeNode node) {
    return node.application().flatMap(app -> links.applicationUrl(app.key(), app));
  }

  /** Views of one content, by set and audience; the rest depends on the configuration. */
  private static final class Views {
    private record Question(
        DeploymentSet set, Look.Audience audience, Configuration configuration) {}

    private final Map<Question, TreeView> byQuestion = new ConcurrentHashMap<>();
  }
}
