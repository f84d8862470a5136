package io.appofapps.confluence.view;

import io.appofapps.confluence.cluster.CurrentSettings;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.tree.TreeNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the tree for a question in the newest snapshot. Never calls a cluster. */
@Named
public class TreePages {

  private final StateReader states;
  private final ArgoCdLinks links;
  private final CurrentSettings settings;

  @Inject
  public TreePages(StateReader states, ArgoCdLinks links, CurrentSettings settings) {
    this.states = states;
    this.links = links;
    this.settings = settings;
  }

  /** The newest snapshot. */
  public Snapshot snapshot() {
    return states.current();
  }

  /** The tree of the set, or why there is none to show. */
  public TreePage open(String set) {
    Snapshot snapshot = states.current();
    Optional<DeploymentSet> found = DeploymentSets.find(snapshot, set);
    if (found.isPresent()) {
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
        set, DeploymentSets.of(snapshot).stream().map(DeploymentSet::key).toList());
  }

  private TreeView view(Snapshot snapshot, DeploymentSet set) {
    return snapshot
        .derived(Views.class, ignored -> new Views())
        .byQuestion
        .computeIfAbsent(new Views.Question(set.key(), settings.get()), q -> build(snapshot, set));
  }

  private TreeView build(Snapshot snapshot, DeploymentSet set) {
    Landscape landscape = Landscapes.of(snapshot);
    return new TreeViewBuilder(id -> landscape.environment(id).map(Environment::name), this::link)
        .build(Forests.of(snapshot), set.root());
  }

  private Optional<String> link(TreeNode node) {
    return node.application().flatMap(app -> links.applicationUrl(app.key(), app));
  }

  /** Views of one content, by set; settings count because deep links depend on them. */
  private static final class Views {
    private record Question(String set, Object settings) {}

    private final Map<Question, TreeView> byQuestion = new ConcurrentHashMap<>();
  }
}
