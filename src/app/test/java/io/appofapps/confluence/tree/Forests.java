package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Apps;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Short words for tests about trees. */
final class Forests {

  private Forests() {}

  static Forest forest(Apps... applications) {
    return forest(List.of(), applications);
  }

  static Forest forest(Collection<ApplicationSet> sets, Apps... applications) {
    List<Application> built = Arrays.stream(applications).map(Apps::build).toList();
    return Forest.of(built, sets);
  }

  static NodeId id(String name) {
    return NodeId.application(Apps.key(name));
  }

  static NodeId id(String namespace, String name) {
    return NodeId.application(new ApplicationKey("default", namespace, name));
  }

  static NodeId setId(String name) {
    return NodeId.applicationSet(Apps.key(name));
  }

  static TreeNode node(Forest forest, NodeId id) {
    return forest.node(id).orElseThrow();
  }

  static TreeNode node(Forest forest, String name) {
    return node(forest, id(name));
  }

  /** The walk as lines: two spaces per level, the name, and the kind when it is not owned. */
  static List<String> lines(Forest forest, NodeId from) {
    return forest.walk(from).stream().map(Forests::line).toList();
  }

  private static String line(Occurrence occurrence) {
    String suffix =
        switch (occurrence.kind()) {
          case OWNED -> "";
          case SHARED -> " (shared)";
          case BACK_EDGE -> " (back)";
        };
    return "  ".repeat(occurrence.depth()) + occurrence.node().id().key().name() + suffix;
  }
}
