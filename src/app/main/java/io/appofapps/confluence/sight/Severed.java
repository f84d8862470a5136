package io.appofapps.confluence.sight;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.TreeNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resources without a word of parents that are not kept beside them. */
public final class Severed {

  private static final String INSTANCE_LABEL = "app.kubernetes.io/instance";

  private Severed() {}

  /** The node's Application; empty when it has none. */
  public static Optional<Application> application(TreeNode node, Set<NodeId> kept) {
    return node.application()
        .map(
            app ->
                hasOtherParent(node, kept)
                    ? app.withRelations(
                        app.children(),
                        app.resources(),
                        "",
                        Optional.empty(),
                        without(app.labels(), INSTANCE_LABEL))
                    : app);
  }

  /** The node's ApplicationSet; empty when it has none. */
  public static Optional<ApplicationSet> applicationSet(TreeNode node, Set<NodeId> kept) {
    return node.applicationSet()
        .map(
            set ->
                hasOtherParent(node, kept)
                    ? set.withRelations("", without(set.labels(), INSTANCE_LABEL))
                    : set);
  }

  private static boolean hasOtherParent(TreeNode node, Set<NodeId> kept) {
    return node.parents().stream().anyMatch(edge -> !kept.contains(edge.parent()));
  }

  private static Map<String, String> without(Map<String, String> labels, String name) {
    Map<String, String> rest = new LinkedHashMap<>(labels);
    rest.remove(name);
    return rest;
  }
}
