package io.appofapps.confluence.sight;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A deployment set as if what an audience may not see did not exist: the forest is made anew from
 * the visible resources, without their references to others, so that health, counts, paths,
 * environments and flags can tell nothing of these. What has lost its parent becomes a top. Missing
 * and remote children are left out, since nobody knows their project; an ApplicationSet is there
 * only when all that it generates is, since it has no project of its own.
 */
final class Pruned {

  private static final int MOST_KEPT = 128;

  private final Forest forest;
  private Landscape landscape;
  private Configuration landscapeOf;

  private Pruned(Forest forest) {
    this.forest = forest;
  }

  /** Empty when nothing at all is visible. Computed once for those who see the same. */
  static Optional<Pruned> of(Snapshot snapshot, NodeId root, Look.Audience audience) {
    return snapshot
        .derived(Kept.class, ignored -> new Kept())
        .get(new Question(root, audience), snapshot);
  }

  synchronized Look look(Look.Audience audience, Configuration configuration) {
    if (!configuration.equals(landscapeOf)) {
      landscape = Landscape.of(forest, configuration.environments(), configuration.services());
      landscapeOf = configuration;
    }
    return new Look.Tree(audience, forest, forest.roots(), landscape);
  }

  private static Optional<Pruned> prune(Snapshot snapshot, NodeId root, Look.Audience audience) {
    Forest whole = Forests.of(snapshot);
    Predicate<Application> allowed = allowed(snapshot, audience);
    Set<NodeId> withheld = Withheld.of(snapshot, root);
    Set<TreeNode> nodes = new HashSet<>();
    whole.walk(root).stream().map(Occurrence::node).forEach(nodes::add);
    Set<NodeId> visible = new HashSet<>();
    nodes.stream()
        .filter(node -> !withheld.contains(node.id()))
        .filter(node -> node.application().filter(allowed).isPresent())
        .forEach(node -> visible.add(node.id()));
    Set<NodeId> applications = Set.copyOf(visible);
    nodes.stream()
        .filter(node -> node.applicationSet().isPresent() && !node.children().isEmpty())
        .filter(node -> !withheld.contains(node.id()))
        .filter(node -> applications.containsAll(node.children()))
        .forEach(node -> visible.add(node.id()));
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    List<TreeNode> kept = nodes.stream().filter(node -> visible.contains(node.id())).toList();
    return Optional.of(
        new Pruned(
            Forest.of(
                kept.stream().flatMap(node -> application(node, visible).stream()).toList(),
                kept.stream()
                    .flatMap(node -> Severed.applicationSet(node, visible).stream())
                    .toList())));
  }

  /** Of the past it takes the right to see it as it was then and as it is now, if it still is. */
  private static Predicate<Application> allowed(Snapshot snapshot, Look.Audience audience) {
    if (audience.everybody()) {
      return app -> true;
    }
    ArgoCdAccess access = ArgoCdAccess.of(snapshot);
    Snapshot present = snapshot.present();
    return app ->
        access.allows(audience.groups(), app)
            && (present == snapshot
                || Optional.ofNullable(present.applications().get(app.key()))
                    .map(now -> access.allows(audience.groups(), now))
                    .orElse(true));
  }

  private static Optional<Application> application(TreeNode node, Set<NodeId> visible) {
    return Severed.application(node, visible)
        .map(
            app -> {
              List<ChildReference> children =
                  app.children().stream().filter(child -> isVisible(child, node, visible)).toList();
              return app.withRelations(
                  children, counts(app, children), app.trackingId(), app.owner(), app.labels());
            });
  }

  /** The counts without the children that are hidden. */
  private static ResourceCounts counts(Application app, List<ChildReference> visible) {
    List<ChildReference> hidden = new ArrayList<>(app.children());
    hidden.removeAll(visible);
    ResourceCounts all = app.resources();
    return new ResourceCounts(
        all.total() - hidden.size(),
        all.outOfSync() - count(hidden, child -> child.sync() == SyncStatus.OUT_OF_SYNC),
        all.requiresPruning() - count(hidden, ChildReference::requiresPruning));
  }

  private static int count(List<ChildReference> children, Predicate<ChildReference> those) {
    return Math.toIntExact(children.stream().filter(those).count());
  }

  /** A reference that may mean a hidden node means nothing here. */
  private static boolean isVisible(ChildReference child, TreeNode node, Set<NodeId> visible) {
    List<NodeId> meant =
        node.children().stream()
            .filter(id -> id.key().name().equals(child.name()))
            .filter(id -> id.kind().name().equals(child.kind().name()))
            .toList();
    return !meant.isEmpty() && visible.containsAll(meant);
  }

  private record Question(NodeId root, Look.Audience audience) {}

  /** Those asked for last; one thread computes, others wait for it. */
  private static final class Kept {
    private final Map<Question, Optional<Pruned>> kept =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<Question, Optional<Pruned>> eldest) {
                return size() > MOST_KEPT;
              }
            });

    private Optional<Pruned> get(Question question, Snapshot snapshot) {
      return kept.computeIfAbsent(
          question, asked -> prune(snapshot, asked.root(), asked.audience()));
    }
  }
}
