package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.Commit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.UnspliceableException;
import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The manifests that a folder of a repository deploys: all files below it, or what its {@code
 * kustomization.yaml} names.
 */
final class Folder {

  /** More manifests in one parent's folder are not looked through. */
  static final int MOST_FILES = 5_000;

  private static final int DEEPEST = 8;
  static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final RepositoryFiles files;
  private final Commit commit;
  private final String path;
  private final Set<String> manifests = new LinkedHashSet<>();
  private final Set<String> patches = new LinkedHashSet<>();
  private final List<InlinePatch> inline = new ArrayList<>();

  private Folder(RepositoryFiles files, Commit commit, String path) {
    this.files = files;
    this.commit = commit;
    this.path = path;
  }

  /** Whether it deploys that file. */
  boolean holds(String file) {
    return manifests.contains(file);
  }

  static Folder of(RepositoryFiles files, Commit commit, String path) throws UnreadableException {
    Folder folder = new Folder(files, commit, path);
    if (!folder.collect(path, 0)) {
      files.list(commit, path).stream().filter(Paths::isManifest).forEach(folder.manifests::add);
    }
    if (folder.manifests.size() > MOST_FILES) {
      throw new UnreadableException(
          "The folder " + path + " holds more than " + MOST_FILES + " manifests");
    }
    return folder;
  }

  /** False when the folder has no kustomization. */
  private boolean collect(String folder, int depth) throws UnreadableException {
    for (String name : KUSTOMIZATIONS) {
      String file = Paths.in(folder, name);
      Optional<YamlText> text = yaml(file);
      if (text.isPresent() && text.get().size() == 1 && depth < DEEPEST && manifests.add(file)) {
        YamlNode root = text.get().document(0);
        for (String key : List.of("resources", "bases", "components")) {
          for (YamlNode each : elements(root, key)) {
            resource(Paths.in(folder, each.text().orElse("://")), each.text().orElse("://"), depth);
          }
        }
        for (YamlNode each : elements(root, "patchesStrategicMerge")) {
          each.text().ifPresent(entry -> patch(Paths.in(folder, entry)));
        }
        for (int i = 0; i < elements(root, "patches").size(); i++) {
          YamlNode each = elements(root, "patches").get(i);
          patch(Paths.in(folder, each.text("path")));
          inline.add(
              new InlinePatch(
                  new GitFile(commit, file),
                  YamlPath.of("patches", i, "patch"),
                  each.text("patch"),
                  each.text("target", "kind"),
                  each.text("target", "name")));
        }
        return true;
      }
    }
    return false;
  }

  private void resource(String path, String entry, int depth) throws UnreadableException {
    if (entry.contains("://") || entry.contains("\n")) {
      return;
    }
    if (Paths.isManifest(path)) {
      manifests.add(path);
    } else {
      collect(path, depth + 1);
    }
  }

  private void patch(String path) {
    if (Paths.isManifest(path)) {
      manifests.add(path);
      patches.add(path);
    }
  }

  private static List<YamlNode> elements(YamlNode root, String key) {
    return root.at(key).map(YamlNode::elements).orElse(List.of());
  }

  Commit commit() {
    return commit;
  }

  String path() {
    return path;
  }

  /** Whether Helm renders it. */
  boolean isChart() throws UnreadableException {
    return files.read(commit, Paths.in(path, "Chart.yaml")).isPresent();
  }

  /** A file as YAML, empty when it is none. */
  Optional<YamlText> yaml(String file) throws UnreadableException {
    Optional<byte[]> bytes = files.read(commit, file);
    return bytes.isPresent() ? parse(bytes.get()) : Optional.empty();
  }

  /**
   * The version-carrying values of that Application: one entry when there is one manifest, or one
   * manifest and patches of it, whose values win; more when it is declared more than once.
   */
  List<Map<String, Place>> declarations(ApplicationKey application) throws UnreadableException {
    List<Map<String, Place>> all = new ArrayList<>();
    List<Map<String, Place>> over = new ArrayList<>();
    for (Manifest each : manifests("Application", application.name())) {
      String namespace = each.root().text(join(each.at(), "metadata", "namespace"));
      if (namespace.isEmpty() || namespace.equals(application.namespace())) {
        Map<String, Place> fields =
            ManifestFields.of(each.file(), each.document(), each.root(), each.at());
        fields.values().removeIf(place -> place.value().contains("{{"));
        if (!fields.isEmpty()) {
          (patches.contains(each.file().path()) ? over : all).add(fields);
        }
      }
    }
    for (InlinePatch each : inline) {
      over.addAll(each.fields(application.name(), all));
    }
    if (over.isEmpty() || all.size() > 1) {
      return all;
    }
    Map<String, Place> merged = new LinkedHashMap<>();
    all.forEach(merged::putAll);
    over.forEach(merged::putAll);
    return over.size() > 1 ? List.of(merged, merged) : List.of(merged);
  }

  /**
   * A manifest in a file.
   *
   * @param at leads to it in the document; not empty inside a {@code List}
   */
  record Manifest(GitFile file, int document, YamlNode root, YamlPath at) {}

  /** The manifests of that kind and name. */
  List<Manifest> manifests(String kind, String name) throws UnreadableException {
    List<Manifest> found = new ArrayList<>();
    byte[] needle = name.getBytes(StandardCharsets.UTF_8);
    for (String file : manifests) {
      Optional<byte[]> bytes = files.read(commit, file);
      if (bytes.isPresent() && contains(bytes.get(), needle)) {
        parse(bytes.get()).ifPresent(text -> add(found, file, text, kind, name));
      }
    }
    return found;
  }

  private void add(List<Manifest> found, String file, YamlText text, String kind, String name) {
    for (int i = 0; i < text.size(); i++) {
      YamlNode root = text.document(i);
      int items = root.at("items").map(YamlNode::elements).orElse(List.of()).size();
      List<YamlPath> places = new ArrayList<>(List.of(YamlPath.ROOT));
      for (int item = 0; item < items; item++) {
        places.add(YamlPath.of("items", item));
      }
      for (YamlPath at : places) {
        if (root.text(join(at, "kind")).equals(kind)
            && root.text(join(at, "apiVersion")).startsWith("argoproj.io/")
            && root.text(join(at, "metadata", "name")).equals(name)) {
          found.add(new Manifest(new GitFile(commit, file), i, root, at));
        }
      }
    }
  }

  private static Object[] join(YamlPath at, Object... more) {
    List<Object> steps = new ArrayList<>(at.steps());
    steps.addAll(List.of(more));
    return steps.toArray();
  }

  static Optional<YamlText> parse(byte[] bytes) {
    try {
      return Optional.of(YamlText.parse(bytes));
    } catch (UnspliceableException e) {
      // a template or no YAML: what it declares cannot be edited, and the plan says what it lacks
      return Optional.empty();
    }
  }

  /** Cheap, before anything is parsed. */
  private static boolean contains(byte[] bytes, byte[] needle) {
    for (int i = 0; i + needle.length <= bytes.length; i++) {
      int at = 0;
      while (at < needle.length && bytes[i + at] == needle[at]) {
        at++;
      }
      if (at == needle.length) {
        return true;
      }
    }
    return false;
  }
}
