package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.Commit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.ParentEdge;
import io.appofapps.confluence.tree.TreeNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Knows whether Applications of other environments deploy from a file, too. */
final class SharedFiles {

  private static final Pattern ENDING = Pattern.compile("(\\.git)?/?$");

  private final RepositoryFiles files;
  private final Forest forest;
  private final Function<ApplicationKey, String> environments;

  SharedFiles(RepositoryFiles files, Forest forest, Function<ApplicationKey, String> environments) {
    this.files = files;
    this.forest = forest;
    this.environments = environments;
  }

  /** Whether a change of the file would reach another environment than that. */
  boolean isRead(GitFile file, String environment) {
    return forest.nodes().stream()
        .flatMap(node -> node.application().stream())
        .filter(application -> reads(application, file))
        .map(application -> environments.apply(application.key()))
        .anyMatch(other -> !other.isEmpty() && !other.equals(environment));
  }

  /**
   * Whether a change of the file would reach what another parent than the target's declares, as the
   * base of several Kustomize overlays does. A file in the folder of the target's parent is its
   * own.
   */
  boolean isDeclared(GitFile file, TreeNode target) {
    Set<NodeId> parents = new HashSet<>();
    for (TreeNode parent : parents(target)) {
      parents.add(parent.id());
      // what an ApplicationSet generates is declared where that is
      parents(parent).stream()
          .filter(each -> parent.applicationSet().isPresent())
          .forEach(each -> parents.add(each.id()));
    }
    boolean own =
        parents.stream()
            .flatMap(id -> forest.node(id).stream())
            .flatMap(node -> node.application().stream())
            .flatMap(parent -> parent.sources().stream())
            .map(source -> Paths.normal(source.path()))
            .anyMatch(folder -> folder.isEmpty() || file.path().startsWith(folder + "/"));
    return !own
        && forest.nodes().stream()
            .filter(node -> !node.children().isEmpty() && !parents.contains(node.id()))
            .flatMap(node -> node.application().stream())
            .flatMap(parent -> parent.sources().stream())
            .filter(source -> source.chart().isEmpty())
            .filter(source -> bare(source.repoUrl()).equals(bare(file.commit().address())))
            .anyMatch(source -> deploys(source, file));
  }

  private List<TreeNode> parents(TreeNode node) {
    return node.parents().stream()
        .map(ParentEdge::parent)
        .flatMap(id -> forest.node(id).stream())
        .toList();
  }

  private boolean deploys(Source source, GitFile file) {
    try {
      Commit commit = files.resolve(source.repoUrl(), source.targetRevision());
      return Folder.of(files, commit, Paths.normal(source.path())).holds(file.path());
    } catch (UnreadableException e) {
      // what cannot be read deploys nothing
      return false;
    }
  }

  private static boolean reads(Application application, GitFile file) {
    for (Source source : application.sources()) {
      if (source.chart().isEmpty()
          && !source.path().isEmpty()
          && bare(source.repoUrl()).equals(bare(file.commit().address()))) {
        String folder = Paths.normal(source.path());
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        if (source.valueFiles().stream()
                .anyMatch(each -> Paths.in(folder, each).equals(file.path()))
            || Paths.folder(file.path()).equals(folder) && isReadAlways(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** As Argo CD compares repositories: without {@code .git} and whatever the case. */
  private static String bare(String address) {
    return ENDING.matcher(address.toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  private static boolean isReadAlways(String name) {
    return name.equals("Chart.yaml")
        || name.equals("values.yaml")
        || Folder.KUSTOMIZATIONS.contains(name);
  }
}
