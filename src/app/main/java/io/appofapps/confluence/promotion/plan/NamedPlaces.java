package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.Commit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places of versions that an Application's annotation {@value #ANNOTATION} names, one a line:
 * {@code file#/json/pointer} in the repository of its first Git source at that source's target
 * revision, or {@code address!branch!file#/json/pointer} elsewhere. Where it is set, nothing else
 * is looked for.
 */
final class NamedPlaces {

  static final String ANNOTATION = "appofapps.io/version-at";

  private NamedPlaces() {}

  static boolean has(Application application) {
    return !application.annotations().getOrDefault(ANNOTATION, "").isBlank();
  }

  /** By number, in the order of the annotation; the two Applications of a plan must agree in it. */
  static DeclaredFields.Found of(RepositoryFiles files, Application application)
      throws UnreadableException {
    Map<String, Place> fields = new LinkedHashMap<>();
    List<String> lines =
        application.annotations().get(ANNOTATION).lines().filter(line -> !line.isBlank()).toList();
    for (String line : lines) {
      Optional<Place> place = place(files, application, line.trim());
      if (place.isEmpty()) {
        return DeclaredFields.Found.not(
            "not-located", "aoa.plan.nothing-there", line.trim(), application.key().name());
      }
      fields.put("version-at[" + fields.size() + "]", place.get());
    }
    return DeclaredFields.Found.of(fields);
  }

  private static Optional<Place> place(RepositoryFiles files, Application application, String line)
      throws UnreadableException {
    int hash = line.lastIndexOf("#/");
    String[] parts = line.substring(0, Math.max(0, hash)).split("!", -1);
    Optional<Source> git =
        application.sources().stream().filter(source -> source.chart().isEmpty()).findFirst();
    if (hash < 0 || parts.length != 3 && (parts.length != 1 || git.isEmpty())) {
      return Optional.empty();
    }
    Commit commit =
        parts.length == 3
            ? files.resolve(parts[0], parts[1])
            : files.resolve(git.get().repoUrl(), git.get().targetRevision());
    String path = Paths.normal(parts[parts.length - 1]);
    Optional<YamlText> text = files.read(commit, path).flatMap(Folder::parse);
    if (text.isEmpty() || text.get().size() == 0) {
      return Optional.empty();
    }
    return scalar(text.get(), new GitFile(commit, path), line.substring(hash + 2));
  }

  /** In the first document that has something there. */
  private static Optional<Place> scalar(YamlText text, GitFile file, String pointer) {
    for (int i = 0; i < text.size(); i++) {
      Optional<YamlPath> path = path(text.document(i), pointer);
      Optional<String> value =
          path.isPresent()
              ? text.document(i).at(path.get()).flatMap(YamlNode::text)
              : path.map(Object::toString);
      if (value.isPresent()) {
        return Optional.of(Place.of(file, i, path.get(), value.get()));
      }
    }
    return Optional.empty();
  }

  /** JSON Pointer (RFC 6901): a number is a place in a sequence where there is one. */
  private static Optional<YamlPath> path(YamlNode root, String pointer) {
    List<Object> steps = new ArrayList<>();
    for (String word : pointer.split("/", -1)) {
      String key = word.replace("~1", "/").replace("~0", "~");
      YamlPath here = new YamlPath(steps);
      boolean sequence = root.at(here).map(node -> !node.elements().isEmpty()).orElse(false);
      if (sequence && !key.matches("\\d{1,6}")) {
        return Optional.empty();
      }
      steps.add(sequence ? (Object) Integer.valueOf(key) : key);
    }
    return Optional.of(new YamlPath(steps));
  }
}
