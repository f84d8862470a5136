package io.appofapps.confluence.promotion.plan;

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
 * Versions of a child in the values of a parent that is a Helm chart: below a key that is the
 * child's name or its service, or in the element of a list that has it as {@code name}. Where the
 * values say it in two files, the later file wins, as in Helm.
 */
final class ParentValues {

  private final Folder folder;
  private final List<String> valueFiles;
  private final String name;
  private final String service;

  ParentValues(Folder folder, List<String> valueFiles, String name, String service) {
    this.folder = folder;
    this.valueFiles = valueFiles;
    this.name = name;
    this.service = service;
  }

  /** None, one, or several when values name the child at more than one place of a file. */
  List<Map<String, Place>> all() throws UnreadableException {
    List<String> order = new ArrayList<>(List.of("values.yaml"));
    valueFiles.stream().filter(file -> !file.contains("://")).forEach(order::add);
    Map<String, Place> fields = new LinkedHashMap<>();
    boolean twice = false;
    for (String file : order) {
      String path = Paths.in(folder.path(), file);
      Optional<YamlText> text = folder.yaml(path);
      if (text.isPresent() && text.get().size() == 1) {
        Map<String, Place> own = new LinkedHashMap<>();
        twice |= !read(new GitFile(folder.commit(), path), text.get().document(0), own);
        fields.putAll(own);
      }
    }
    if (fields.isEmpty()) {
      return List.of();
    }
    return twice ? List.of(fields, fields) : List.of(fields);
  }

  /** False when a field has two places in this file. */
  private boolean read(GitFile file, YamlNode root, Map<String, Place> fields) {
    boolean[] once = {true};
    root.scalars(
        (path, value) -> {
          int at = ManifestFields.isVersion(path) ? below(root, path) : -1;
          if (at >= 0 && !value.isEmpty()) {
            List<Object> rest = path.steps().subList(at + 1, path.steps().size());
            Place place = Place.of(file, 0, path, value);
            once[0] &= fields.put("parent.values" + new YamlPath(rest), place) == null;
          }
        });
    return once[0];
  }

  /** The last step of the path that stands for the child; -1 when none does. */
  private int below(YamlNode root, YamlPath path) {
    for (int i = path.steps().size() - 2; i >= 0; i--) {
      Object step = path.steps().get(i);
      if (step instanceof String key && isChild(key)) {
        return i;
      }
      if (step instanceof Integer) {
        List<Object> element = new ArrayList<>(path.steps().subList(0, i + 1));
        element.add("name");
        if (isChild(root.text(element.toArray()))) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isChild(String word) {
    return word.equals(name) || !service.isEmpty() && word.equals(service);
  }
}
