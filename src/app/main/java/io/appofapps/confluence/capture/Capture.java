package io.appofapps.confluence.capture;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.sight.Severed;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A deployment set at a moment: all of it, whoever took it. Projects come without their roles,
 * since those of the day of the reading decide who may see what.
 *
 * @param connection how the connection stood
 * @param resources all below the root, and the projects they are in
 */
public record Capture(ConnectionState connection, List<Change.Upsert<?>> resources) {

  public Capture {
    resources = List.copyOf(resources);
  }

  /**
   * What is below the root now.
   *
   * @throws IllegalArgumentException when the snapshot does not know the root's connection
   */
  public static Capture of(Snapshot snapshot, NodeId root) {
    ConnectionState connection = snapshot.connections().get(root.key().connection());
    if (connection == null) {
      throw new IllegalArgumentException("Nothing is known of the connection of " + root);
    }
    Set<TreeNode> nodes =
        Forests.of(snapshot).walk(root).stream().map(Occurrence::node).collect(Collectors.toSet());
    Set<NodeId> kept = nodes.stream().map(TreeNode::id).collect(Collectors.toSet());
    List<Change.Upsert<?>> resources = new ArrayList<>();
    for (TreeNode node : nodes) {
      Severed.application(node, kept)
          .ifPresent(app -> resources.add(new Change.Upsert<>(ResourceKind.APPLICATION, app)));
      Severed.applicationSet(node, kept)
          .ifPresent(set -> resources.add(new Change.Upsert<>(ResourceKind.APPLICATION_SET, set)));
    }
    Set<String> projects =
        nodes.stream()
            .flatMap(node -> node.application().stream())
            .map(Application::project)
            .map(name -> name.isEmpty() ? "default" : name)
            .collect(Collectors.toSet());
    for (AppProject project : snapshot.projects().values()) {
      if (project.key().connection().equals(connection.connection())
          && projects.contains(project.key().name())) {
        resources.add(
            new Change.Upsert<>(
                ResourceKind.APP_PROJECT,
                new AppProject(
                    project.key(), project.description(), project.annotations(), List.of())));
      }
    }
    return new Capture(connection, resources);
  }

  /** How many Applications it holds. */
  public int applications() {
    return (int) resources.stream().filter(each -> each.kind() == ResourceKind.APPLICATION).count();
  }
}
