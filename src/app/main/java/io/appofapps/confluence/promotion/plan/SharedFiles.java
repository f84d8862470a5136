package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.tree.Forest;
import java.util.Locale;
import java.util.function.Function;

/** Knows whether Applications of other environments deploy from a file, too. */
final class SharedFiles {

  private final Forest forest;
  private final Function<ApplicationKey, String> environments;

  SharedFiles(Forest forest, Function<ApplicationKey, String> environments) {
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
    return address.toLowerCase(Locale.ROOT).replaceFirst("(\\.git)?/?$", "");
  }

  private static boolean isReadAlways(String name) {
    return name.equals("Chart.yaml")
        || name.equals("values.yaml")
        || Folder.KUSTOMIZATIONS.contains(name);
  }
}
