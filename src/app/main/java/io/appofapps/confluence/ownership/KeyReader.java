package io.appofapps.confluence.ownership;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.AppProject.Role;
import io.appofapps.confluence.application.InfoItem;
import io.appofapps.confluence.tree.TreeNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a node and its project say under a key. */
final class KeyReader {

  private static final int MOST_GROUPS = 20;

  private final Projects projects;

  KeyReader(Projects projects) {
    this.projects = projects;
  }

  /** A value and the key it stands under. */
  record Hit(MetadataKey key, Said said) {}

  /** The first value of the field that the node itself says. */
  Optional<Said> ofNode(Field field, TreeNode node) {
    return nodeHit(field, node).map(Hit::said);
  }

  /** The first value of the field that the node's project says. */
  Optional<Said> ofProject(Field field, TreeNode node) {
    return projectHit(field, node).map(Hit::said);
  }

  /** The first value that the node says, else its project. */
  Optional<Hit> first(Field field, TreeNode node) {
    return nodeHit(field, node).or(() -> projectHit(field, node));
  }

  private static Optional<Hit> nodeHit(Field field, TreeNode node) {
    for (MetadataKey key : field.keys()) {
      if (!key.place().ofProject()) {
        Optional<Value> value = Value.of(text(key, node));
        if (value.isPresent()) {
          return Optional.of(
              new Hit(key, new Said(value.get(), Said.Origin.APPLICATION, key.evidence())));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Hit> projectHit(Field field, TreeNode node) {
    Optional<AppProject> project = node.application().flatMap(projects::of);
    if (project.isEmpty()) {
      return Optional.empty();
    }
    for (MetadataKey key : field.keys()) {
      if (key.place().ofProject()) {
        Optional<Value> value = Value.of(text(key, project.get()));
        if (value.isPresent()) {
          String evidence = key.evidence() + " of " + project.get().key().name();
          return Optional.of(new Hit(key, new Said(value.get(), Said.Origin.PROJECT, evidence)));
        }
      }
    }
    return Optional.empty();
  }

  private static String text(MetadataKey key, TreeNode node) {
    return switch (key.place()) {
      case ANNOTATION -> annotations(node).getOrDefault(key.name(), "");
      case LABEL -> labels(node).getOrDefault(key.name(), "");
      case INFO -> info(node, key.name());
      default -> "";
    };
  }

  private static Map<String, String> annotations(TreeNode node) {
    return node.application()
        .map(app -> app.annotations())
        .or(() -> node.applicationSet().map(set -> set.annotations()))
        .orElse(Map.of());
  }

  private static Map<String, String> labels(TreeNode node) {
    return node.application()
        .map(app -> app.labels())
        .or(() -> node.applicationSet().map(set -> set.labels()))
        .orElse(Map.of());
  }

  private static String info(TreeNode node, String name) {
    return node.application().map(app -> app.info()).orElse(List.of()).stream()
        .filter(item -> item.name().strip().equalsIgnoreCase(name))
        .map(InfoItem::value)
        .filter(value -> Value.of(value).isPresent())
        .findFirst()
        .orElse("");
  }

  private static String text(MetadataKey key, AppProject project) {
    return switch (key.place()) {
      case PROJECT_ANNOTATION -> project.annotations().getOrDefault(key.name(), "");
      case PROJECT_DESCRIPTION -> project.description();
      case PROJECT_NAME -> project.key().name();
      case PROJECT_GROUPS ->
          project.roles().stream()
              .filter(KeyReader::maySync)
              .flatMap(role -> role.groups().stream())
              .distinct()
              .limit(MOST_GROUPS)
              .collect(Collectors.joining(", "));
      default -> "";
    };
  }

  /** A hint at who owns, no decision on rights: whether the role says it allows sync at all. */
  private static boolean maySync(Role role) {
    return role.policies().stream()
        .map(line -> line.split(",", -1))
        .filter(parts -> parts.length == 6 && parts[5].strip().equals("allow"))
        .filter(parts -> isOf(parts[2], "applications"))
        .anyMatch(parts -> isOf(parts[3], "sync"));
  }

  private static boolean isOf(String pattern, String word) {
    return pattern.strip().equals(word) || pattern.strip().equals("*");
  }
}
