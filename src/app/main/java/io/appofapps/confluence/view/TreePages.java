package io.appofapps.confluence.view;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.TreeNode;
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
  private final ArgoCdLinks links;
  private final ConfigurationReader configuration;
  private final Map<String, String> asked = new LinkedHashMap<>(16, 0.75f, true);

  @Inject
  public TreePages(PreparedState states, ArgoCdLinks links, ConfigurationReader configuration) {
    this.states = states;
    this.links = links;
    this.configuration = configuration;
  }

  /**
   * Computes ahead what pages will ask of the snapshot: its trees and the sets asked for lately.
   */
  public void prepare(Snapshot snapshot) {
    Landscapes.of(snapshot, configuration.current());
    for (String key : askedLately()) {
      DeploymentSets.find(snapshot, configuration.current(), key)
          .ifPresent(set -> view(snapshot, set));
    }
  }

  private List<String> askedLately() {
    synchronized (asked) {
      return List.copyOf(asked.keySet());
    }
  }

  private void noteAsked(String key) {
    synchronized (asked) {
      asked.put(key, key);
      if (asked.size() > MOST_ASKED) {
        asked.remove(asked.keySet().iterator().next());
      }
    }
  }

  /** The snapshot that pages show now. */
  public Snapshot snapshot() {
    return states.current();
  }

  /** The configuration that pages show now. */
  public Configuration configuration() {
    return configuration.current();
  }

  /** The tree of the set, or why there is none to show. */
  public TreePage open(String set) {
    Snapshot snapshot = states.current();
    Optional<DeploymentSet> found = DeploymentSets.find(snapshot, configuration.current(), set);
    if (found.isPresent()) {
      noteAsked(set);
      return new TreePage.Ready(snapshot, found.get(), view(snapshot, found.get()));
    }
    Collection<ConnectionState> connections = snapshot.connections().values();
    if (connections.isEmpty()) {
      return new TreePage.NoConnection();
    }
    if (connections.stream().allMatch(connection -> connection.asOf().isEmpty())) {
      return new TreePage.NothingKnown(connections.iterator().next());
    }
    return new TreePage.UnknownSet(
        set,
        DeploymentSets.of(snapshot, configuration.current()).stream()
            .map(DeploymentSet::key)
            .toList());
  }

  private TreeView view(Snapshot snapshot, DeploymentSet set) {
    return snapshot
        .derived(Views.class, ignored -> new Views())
        .byQuestion
        .computeIfAbsent(
            new Views.Question(set, configuration.current()), q -> build(snapshot, set));
  }

  private TreeView build(Snapshot snapshot, DeploymentSet set) {
    Landscape landscape = Landscapes.of(snapshot, configuration.current());
    return new TreeViewBuilder(id -> landscape.environment(id).map(Environment::name), this::link)
        .build(Forests.of(snapshot), set.root());
  }

  private Optional<String> link(TreeNode node) {
    return node.application().flatMap(app -> links.applicationUrl(app.key(), app));
  }

  /** Views of one content, by set; environments and deep links depend on the configuration. */
  private static final class Views {
    private record Question(DeploymentSet set, Configuration configuration) {}

    private final Map<Question, TreeView> byQuestion = new ConcurrentHashMap<>();
  }
}
