package io.appofapps.confluence.copilot;

import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import java.util.List;
import java.util.Optional;

/** The services of a tree. */
final class Services {

  private Services() {}

  /** Their names in order, each once. */
  static List<String> names(TreePage.Ready page) {
    return Sets.nodes(page).stream()
        .flatMap(node -> name(page, node).stream())
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  /** The Applications of a service, in the order of the tree; never empty. */
  static List<TreeNode> applications(TreePage.Ready page, String service) throws ToolFailure {
    List<TreeNode> found =
        Sets.nodes(page).stream()
            .filter(node -> node.application().isPresent())
            .filter(node -> name(page, node).filter(service::equals).isPresent())
            .toList();
    if (found.isEmpty()) {
      throw Sets.unknown("service", service, page, names(page));
    }
    return found;
  }

  /** The environments of a tree, each once. */
  static List<String> environments(TreePage.Ready page) {
    return Sets.nodes(page).stream()
        .flatMap(node -> page.tree().landscape().environment(node.id()).stream())
        .map(Environment::name)
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<String> name(TreePage.Ready page, TreeNode node) {
    return page.tree().landscape().service(node.id()).map(Service::name);
  }
}
