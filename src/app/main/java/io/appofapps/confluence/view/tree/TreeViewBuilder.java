package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.NodeKind;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.RolledUpHealth;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.frame.Pulse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the rows of a tree. Pure: all it needs is given. */
public final class TreeViewBuilder {

  /** Flags that tell something about the structure, not that something is wrong. */
  private static final Set<NodeFlag> CALM =
      EnumSet.of(NodeFlag.MULTI_PARENT, NodeFlag.SELF_MANAGED, NodeFlag.ORPHAN, NodeFlag.REMOTE);

  private static final Set<HealthStatus> BAD =
      EnumSet.of(HealthStatus.MISSING, HealthStatus.DEGRADED, HealthStatus.UNKNOWN);

  private final Function<NodeId, Optional<String>> environments;
  private final Function<TreeNode, Optional<String>> links;

  /**
   * @param environments the environment of a node
   * @param links address of a node in Argo CD, http or https only
   */
  public TreeViewBuilder(
      Function<NodeId, Optional<String>> environments, Function<TreeNode, Optional<String>> links) {
    this.environments = environments;
    this.links = links;
  }

  /** The rows below the tops. */
  public TreeView build(Forest forest, List<NodeId> tops) {
    List<Occurrence> walk = tops.stream().flatMap(top -> forest.walk(top).stream()).toList();
    int[] children = new int[walk.size()];
    boolean[] quiet = new boolean[walk.size()];
    countUpwards(walk, children, quiet);
    List<ViewRow> rows = new ArrayList<>(walk.size());
    Map<HealthStatus, Integer> byHealth = new EnumMap<>(HealthStatus.class);
    Set<NodeId> seen = new HashSet<>();
    int applications = 0;
    int attention = 0;
    for (int i = 0; i < walk.size(); i++) {
      TreeNode node = walk.get(i).node();
      rows.add(row(walk.get(i), children[i], quiet[i]));
      if (!seen.add(node.id())) {
        continue;
      }
      if (node.application().isPresent()) {
        applications++;
      }
      if (counted(node)) {
        byHealth.merge(node.health(), 1, Integer::sum);
      }
      if (needsAttention(node)) {
        attention++;
      }
    }
    return new TreeView(rows, applications, byHealth, attention, pulse(walk));
  }

  private static Pulse pulse(List<Occurrence> walk) {
    return Pulse.of(
        walk.stream()
            .flatMap(at -> at.node().application().stream())
            .flatMap(application -> application.reconciledAt().stream()));
  }

  private static boolean counted(TreeNode node) {
    return node.id().kind() == NodeKind.APPLICATION && !node.is(NodeFlag.REMOTE);
  }

  /** From the last row to the first, so that every row knows its children before its parent. */
  private static void countUpwards(List<Occurrence> walk, int[] children, boolean[] quiet) {
    int deepest = walk.stream().mapToInt(Occurrence::depth).max().orElse(0);
    int[] waiting = new int[deepest + 2];
    boolean[] restless = new boolean[deepest + 2];
    for (int i = walk.size() - 1; i >= 0; i--) {
      int depth = walk.get(i).depth();
      children[i] = waiting[depth + 1];
      quiet[i] = isCalm(walk.get(i)) && !restless[depth + 1];
      waiting[depth + 1] = 0;
      restless[depth + 1] = false;
      waiting[depth]++;
      restless[depth] |= !quiet[i];
    }
  }

  private static boolean isCalm(Occurrence occurrence) {
    if (occurrence.kind() == Occurrence.Kind.BACK_EDGE) {
      return false;
    }
    TreeNode node = occurrence.node();
    boolean calmHealth = node.health() == HealthStatus.HEALTHY || node.is(NodeFlag.REMOTE);
    boolean calmSync =
        node.application().map(a -> a.sync() == SyncStatus.SYNCED).orElse(Boolean.TRUE);
    return calmHealth && calmSync && CALM.containsAll(node.flags());
  }

  private static boolean needsAttention(TreeNode node) {
    return !node.is(NodeFlag.REMOTE) && BAD.contains(node.health())
        || node.is(NodeFlag.MALFORMED)
        || node.is(NodeFlag.CYCLE);
  }

  private ViewRow row(Occurrence occurrence, int children, boolean quiet) {
    TreeNode node = occurrence.node();
    Optional<Application> application = node.application();
    return new ViewRow(
        rowId(occurrence),
        node.id().kind(),
        occurrence.kind(),
        occurrence.depth(),
        node.id().key().name(),
        node.id().key().namespace(),
        children,
        environments.apply(node.id()).orElse(""),
        application.map(RevisionText::of).orElse(""),
        application.map(Application::sync),
        node.health(),
        application.flatMap(Application::healthSince),
        occurrence.kind() == Occurrence.Kind.OWNED ? below(node) : Optional.empty(),
        node.flags(),
        application.flatMap(a -> a.problems().stream().findFirst()).orElse(""),
        links.apply(node),
        needsAttention(node),
        quiet);
  }

  private static String rowId(Occurrence occurrence) {
    String id = occurrence.node().id().toString();
    return occurrence.kind() == Occurrence.Kind.OWNED
        ? id
        : id + "@" + occurrence.ancestors().get(occurrence.depth() - 1);
  }

  private static Optional<ViewRow.Below> below(TreeNode node) {
    RolledUpHealth rolledUp = node.rolledUp();
    if (rolledUp.path().isEmpty() || !rolledUp.worst().worseThan(node.health())) {
      return Optional.empty();
    }
    NodeId culprit = rolledUp.path().get(rolledUp.path().size() - 1);
    return Optional.of(
        new ViewRow.Below(
            rolledUp.worst(),
            Math.max(1, rolledUp.atWorst()),
            culprit.key().name(),
            culprit.toString(),
            rolledUp.path().stream().map(id -> id.key().name()).toList()));
  }
}
