package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A patch written into a kustomization: a part of a manifest, or operations of a JSON patch.
 *
 * @param file the kustomization
 * @param at leads to the patch in it
 * @param text the patch
 * @param kind what it is for, empty when it does not say
 * @param name for which one, empty when it does not say
 */
record InlinePatch(GitFile file, YamlPath at, String text, String kind, String name) {

  private static final String APPLICATION = "Application";

  /**
   * The version-carrying values that it gives an Application: none when it is not for that one, two
   * when a text in it holds values.
   *
   * @param declared the values of the manifests that it can change
   */
  List<Map<String, Place>> fields(String application, List<Map<String, Place>> declared) {
    Optional<YamlText> read = Folder.parse(text.getBytes(StandardCharsets.UTF_8));
    if (read.isEmpty() || read.get().size() != 1) {
      return List.of();
    }
    YamlNode root = read.get().document(0);
    if (!root.elements().isEmpty()) {
      boolean meant = kind.equals(APPLICATION) && name.equals(application);
      return meant ? operations(root, declared) : List.of();
    }
    if (!root.text("kind").equals(APPLICATION)
        || !root.text("metadata", "name").equals(application)) {
      return List.of();
    }
    Map<String, Place> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Place> each :
        ManifestFields.of(file, 0, root, YamlPath.ROOT).entrySet()) {
      if (each.getValue().within().isPresent()) {
        return List.of(Map.of(), Map.of());
      }
      fields.put(each.getKey(), each.getValue().inside(at));
    }
    return fields.isEmpty() ? List.of() : List.of(fields);
  }

  /** Those that set a value which a manifest declares as a scalar of its own. */
  private List<Map<String, Place>> operations(YamlNode root, List<Map<String, Place>> declared) {
    Map<String, Place> fields = new LinkedHashMap<>();
    for (int i = 0; i < root.elements().size(); i++) {
      YamlNode operation = root.elements().get(i);
      Optional<String> value = operation.at("value").flatMap(YamlNode::text);
      if (value.isPresent() && List.of("replace", "add").contains(operation.text("op"))) {
        YamlPath place = YamlPath.of(i, "value");
        for (Map<String, Place> manifest : declared) {
          manifest.forEach(
              (field, base) -> {
                boolean whole = base.within().isEmpty() && base.prefix().isEmpty();
                if (whole && base.path().toString().equals(operation.text("path"))) {
                  fields.put(field, Place.of(file, 0, place, value.get()).inside(at));
                }
              });
        }
      }
    }
    return fields.isEmpty() ? List.of() : List.of(fields);
  }
}
