package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.splice.UnspliceableException;
import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The version-carrying values of an Application's manifest: target revisions, Helm parameters and
 * values, Kustomize images.
 */
final class ManifestFields {

  private final GitFile file;
  private final int document;
  private final YamlNode root;
  private final Map<String, Place> fields = new LinkedHashMap<>();

  private ManifestFields(GitFile file, int document, YamlNode root) {
    this.file = file;
    this.document = document;
    this.root = root;
  }

  /**
   * By name of the field, in the order of the manifest: {@code targetRevision}, {@code
   * helm.parameters[image.tag]}, {@code sources[1].targetRevision}.
   *
   * @param application leads to the manifest in the document
   */
  static Map<String, Place> of(GitFile file, int document, YamlNode root, YamlPath application) {
    ManifestFields reader = new ManifestFields(file, document, root);
    YamlPath spec = application.then("spec");
    List<YamlNode> several =
        root.at(spec.then("sources")).map(YamlNode::elements).orElse(List.of());
    for (int i = 0; i < several.size(); i++) {
      reader.source(spec.then("sources").then(i), "sources[" + i + "].");
    }
    if (several.isEmpty()) {
      reader.source(spec.then("source"), "");
    }
    return reader.fields;
  }

  private void source(YamlPath source, String prefix) {
    scalar(source.then("targetRevision"), prefix + "targetRevision");
    YamlPath helm = source.then("helm");
    List<YamlNode> parameters = elements(helm.then("parameters"));
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).text("name");
      if (VersionKeys.matches(name)) {
        scalar(
            helm.then("parameters").then(i).then("value"),
            prefix + "helm.parameters[" + name + "]");
      }
    }
    root.at(helm.then("valuesObject"))
        .ifPresent(
            values ->
                values.scalars(
                    (path, value) -> {
                      if (isVersion(path)) {
                        scalar(
                            join(helm.then("valuesObject"), path), prefix + "helm.values" + path);
                      }
                    }));
    root.at(helm.then("values"))
        .flatMap(YamlNode::text)
        .ifPresent(text -> values(helm.then("values"), text, prefix));
    images(source.then("kustomize").then("images"), prefix);
  }

  private void values(YamlPath outer, String text, String prefix) {
    try {
      YamlText inner = YamlText.parse(text.getBytes(StandardCharsets.UTF_8));
      if (inner.size() == 1) {
        inner
            .document(0)
            .scalars(
                (path, value) -> {
                  if (isVersion(path)) {
                    fields.put(
                        prefix + "helm.values" + path,
                        new Place(file, document, outer, Optional.of(path), "", value));
                  }
                });
      }
    } catch (UnspliceableException e) {
      // a template or no YAML: nothing in it can be compared, and the plan says what it lacks
      return;
    }
  }

  /** Entries are {@code [name=]image[:tag|@digest]}; the part before {@code =} names the image. */
  private void images(YamlPath path, String prefix) {
    List<YamlNode> images = elements(path);
    for (int i = 0; i < images.size(); i++) {
      String entry = images.get(i).text().orElse("");
      int slash = Math.max(entry.lastIndexOf('/'), entry.indexOf('='));
      int cut = entry.indexOf('@') >= 0 ? entry.indexOf('@') : entry.indexOf(':', slash + 1);
      if (cut > 0) {
        String head = entry.substring(0, cut + 1);
        int equals = entry.indexOf('=');
        String name = equals > 0 ? entry.substring(0, equals) : entry.substring(0, cut);
        fields.put(
            prefix + "kustomize.images[" + name + "]",
            new Place(
                file, document, path.then(i), Optional.empty(), head, entry.substring(cut + 1)));
      }
    }
  }

  private List<YamlNode> elements(YamlPath path) {
    return root.at(path).map(YamlNode::elements).orElse(List.of());
  }

  private void scalar(YamlPath path, String name) {
    root.at(path)
        .flatMap(YamlNode::text)
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> fields.put(name, Place.of(file, document, path, value)));
  }

  static boolean isVersion(YamlPath path) {
    return !path.steps().isEmpty()
        && path.steps().get(path.steps().size() - 1) instanceof String key
        && VersionKeys.matches(key);
  }

  static YamlPath join(YamlPath one, YamlPath other) {
    YamlPath joined = one;
    for (Object step : other.steps()) {
      joined = joined.then(step);
    }
    return joined;
  }
}
