package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of an Application that an ApplicationSet generates: the parameters of its element in a
 * list generator, or of its file for a Git generator, as far as the template writes them into a
 * field that carries a version. Only plain placeholders are understood, {@code {{version}}} and
 * {@code {{.version}}}.
 */
final class GeneratedFields {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{-?\\s*\\.?([A-Za-z0-9_][A-Za-z0-9_.-]*)\\s*-?\\}\\}");

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

  /** One entry for each element or file that gives the Application's name. */
  List<Map<String, Place>> all() throws UnreadableException {
    List<Map<String, Place>> all = new ArrayList<>();
    for (Folder.Manifest manifest : folder.manifests("ApplicationSet", set)) {
      YamlPath spec = manifest.at().then("spec");
      List<YamlNode> generators = elements(manifest.root(), spec.then("generators"));
      Map<String, String> wanted = wanted(manifest, spec);
      String template = text(manifest.root(), spec.then("template").then("metadata").then("name"));
      for (int i = 0; i < generators.size(); i++) {
        YamlPath generator = spec.then("generators").then(i);
        list(all, manifest, generator.then("list").then("elements"), template, wanted);
        git(all, manifest, generator.then("git"), template, wanted);
      }
    }
    return all;
  }

  /** Parameter by name of the version-carrying field that consists of its placeholder. */
  private static Map<String, String> wanted(Folder.Manifest manifest, YamlPath spec) {
    Map<String, String> wanted = new LinkedHashMap<>();
    ManifestFields.of(manifest.file(), manifest.document(), manifest.root(), spec.then("template"))
        .forEach(
            (field, place) -> {
              Matcher matcher = PLACEHOLDER.matcher(place.value());
              if (matcher.matches()) {
                wanted.put(field, matcher.group(1));
              }
            });
    return wanted;
  }

  private void list(
      List<Map<String, Place>> all,
      Folder.Manifest manifest,
      YamlPath path,
      String template,
      Map<String, String> wanted) {
    List<YamlNode> elements = elements(manifest.root(), path);
    for (int i = 0; i < elements.size(); i++) {
      add(
          all,
          manifest.file(),
          manifest.document(),
          elements.get(i),
          path.then(i),
          template,
          wanted);
    }
  }

  private void git(
      List<Map<String, Place>> all,
      Folder.Manifest manifest,
      YamlPath git,
      String template,
      Map<String, String> wanted)
      throws UnreadableException {
    List<YamlNode> patterns = elements(manifest.root(), git.then("files"));
    String address = text(manifest.root(), git.then("repoURL"));
    if (patterns.isEmpty() || address.isEmpty()) {
      return;
    }
    RepositoryFiles.Commit commit =
        files.resolve(address, text(manifest.root(), git.then("revision")));
    for (YamlNode each : patterns) {
      String pattern = Paths.normal(each.text("path"));
      for (String file : files.list(commit, stem(pattern))) {
        if (glob(pattern).matcher(file).matches()) {
          Optional<byte[]> bytes = files.read(commit, file);
          bytes
              .flatMap(Folder::parse)
              .filter(text -> text.size() == 1)
              .ifPresent(
                  text ->
                      add(
                          all,
                          new GitFile(commit, file),
                          0,
                          text.document(0),
                          YamlPath.ROOT,
                          template,
                          wanted));
        }
      }
    }
  }

  /** Takes the element's fields when the template gives the Application's name with it. */
  private void add(
      List<Map<String, Place>> all,
      GitFile file,
      int document,
      YamlNode element,
      YamlPath at,
      String template,
      Map<String, String> wanted) {
    StringBuilder result = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(text(element, path(matcher.group(1)))));
    }
    matcher.appendTail(result);
    if (!result.toString().equals(name)) {
      return;
    }
    Map<String, Place> fields = new LinkedHashMap<>();
    wanted.forEach(
        (field, parameter) -> {
          YamlPath path = path(parameter);
          String value = text(element, path);
          if (!value.isEmpty()) {
            fields.put(field, Place.of(file, document, ManifestFields.join(at, path), value));
          }
        });
    if (!fields.isEmpty()) {
      all.add(fields);
    }
  }

  private static YamlPath path(String parameter) {
    return YamlPath.of((Object[]) parameter.split("\\."));
  }

  private static String text(YamlNode node, YamlPath path) {
    return node.at(path).flatMap(YamlNode::text).orElse("");
  }

  private static List<YamlNode> elements(YamlNode node, YamlPath path) {
    return node.at(path).map(YamlNode::elements).orElse(List.of());
  }

  /** The folders before the first wildcard. */
  private static String stem(String pattern) {
    int star = pattern.indexOf('*');
    return star < 0 ? Paths.folder(pattern) : Paths.folder(pattern.substring(0, star) + "x");
  }

  /** As Argo CD's files generator has it: {@code *} within a folder, {@code **} across folders. */
  private static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' && pattern.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (c == '*' && pattern.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
