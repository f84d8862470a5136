package io.appofapps.confluence.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the folders of a Git path tell. */
final class SourcePaths {

  /** Every folder below these is an environment. */
  private static final Set<String> ENVIRONMENTS = Set.of("environments", "envs", "env");

  /** Folders below these may be environments, among other things. */
  private static final Set<String> VARIANTS = Set.of("overlays", "clusters");

  private static final Set<String> COMMON = Set.of("base", "common", "default", "shared", "all");

  private static final Set<String> GENERIC =
      Set.of(
          "helm",
          "chart",
          "charts",
          "manifests",
          "k8s",
          "kustomize",
          "deploy",
          "deployment",
          "apps",
          "applications",
          "services",
          "components",
          "gitops",
          "argocd",
          "registry");

  private SourcePaths() {}

  /**
   * The environment that the folders name: below {@code environments} any folder, below {@code
   * overlays} or {@code clusters} one with a known word, else the last folder when it is a known
   * word.
   */
  static Optional<String> environment(String path) {
    List<String> folders = folders(path);
    for (int i = 0; i + 1 < folders.size(); i++) {
      String next = folders.get(i + 1);
      if (ENVIRONMENTS.contains(folders.get(i)) && !COMMON.contains(next)) {
        return Optional.of(Tokens.of(next).exactly().orElse(next));
      }
      Optional<String> known = Tokens.of(next).anywhere();
      if (VARIANTS.contains(folders.get(i)) && known.isPresent()) {
        return known;
      }
    }
    return folders.isEmpty()
        ? Optional.empty()
        : Tokens.of(folders.get(folders.size() - 1)).exactly();
  }

  /** The last folder that is neither an environment nor a word of layout. */
  static Optional<String> service(String path) {
    List<String> folders = folders(path);
    for (int i = folders.size() - 1; i >= 0; i--) {
      String folder = folders.get(i);
      String above = i == 0 ? "" : folders.get(i - 1);
      boolean isVariant = ENVIRONMENTS.contains(above) || VARIANTS.contains(above);
      if (!isVariant && !isLayout(folder) && Tokens.of(folder).exactly().isEmpty()) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static boolean isLayout(String folder) {
    return ENVIRONMENTS.contains(folder)
        || VARIANTS.contains(folder)
        || COMMON.contains(folder)
        || GENERIC.contains(folder);
  }

  private static List<String> folders(String path) {
    List<String> folders = new ArrayList<>();
    Arrays.stream(path.split("/"))
        .filter(folder -> !folder.isEmpty() && !folder.equals("."))
        .forEach(folder -> folders.add(folder.toLowerCase(Locale.ROOT)));
    return folders;
  }
}
