package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Versions of an Application that an ApplicationSet generates: the parameters that give it its
 * name, as far as the template writes them into a field that carries a version. Only plain
 * placeholders are understood, {@code {{version}}} and {@code {{.version}}}.
 */
final class GeneratedFields {

  private final RepositoryFiles files;
  private final Folder folder;
  private final String set;
  private final String name;

  GeneratedFields(RepositoryFiles files, Folder folder, String set, String name) {
    this.files = files;
    this.folder = folder;
    this.set = set;
    this.name = name;
  }

  /** One entry for each set of parameters that gives the Application's name. */
  List<Map<String, Place>> all() throws UnreadableException {
    List<Map<String, Place>> all = new ArrayList<>();
    for (Folder.Manifest manifest : folder.manifests("ApplicationSet", set)) {
      YamlPath spec = manifest.at().then("spec");
      Map<String, Place> template =
          ManifestFields.of(
              manifest.file(), manifest.document(), manifest.root(), spec.then("template"));
      String itsName =
          manifest
              .root()
              .at(spec.then("template").then("metadata").then("name"))
              .flatMap(node -> node.text())
              .orElse("");
      for (Parameters each : new Generators(files, manifest).all(spec.then("generators"))) {
        if (each.name(itsName, name)) {
          Map<String, Place> fields = fields(template, each);
          if (!fields.isEmpty()) {
            all.add(fields);
          }
        }
      }
    }
    return all;
  }

  private static Map<String, Place> fields(Map<String, Place> template, Parameters parameters) {
    Map<String, Place> fields = new LinkedHashMap<>();
    template.forEach(
        (field, place) ->
            Parameters.onlyPlaceholder(place.value())
                .flatMap(parameters::place)
                .ifPresent(value -> fields.put(field, value)));
    return fields;
  }
}
