package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The generators of an ApplicationSet: lists, files of Git, and matrices and merges of generators.
 * What any other one gives, only the cluster knows.
 */
final class Generators {

  /** More sets of parameters are not made. */
  private static final int MOST = 10_000;

  private final RepositoryFiles files;
  private final Folder.Manifest manifest;
  private final YamlNode root;

  Generators(RepositoryFiles files, Folder.Manifest manifest) {
    this.files = files;
    this.manifest = manifest;
    this.root = manifest.root();
  }

  /** What the generators below a path give, one after the other. */
  List<Parameters> all(YamlPath generators) throws UnreadableException {
    List<Parameters> all = new ArrayList<>();
    for (int i = 0; i < elements(generators).size(); i++) {
      all.addAll(one(generators.then(i), Parameters.NONE));
    }
    return all;
  }

  /**
   * What one generator gives.
   *
   * @param given parameters that it may use itself, as the second of a matrix uses the first's
   */
  private List<Parameters> one(YamlPath generator, Parameters given) throws UnreadableException {
    if (root.at(generator.then("list")).isPresent()) {
      return list(generator.then("list").then("elements"));
    }
    if (!elements(generator.then("git").then("files")).isEmpty()) {
      return git(generator.then("git"), given);
    }
    if (root.at(generator.then("matrix")).isPresent()) {
      return matrix(generator.then("matrix").then("generators"), given);
    }
    if (root.at(generator.then("merge")).isPresent()) {
      return merge(generator.then("merge"), given);
    }
    return List.of(Parameters.UNKNOWN);
  }

  private List<Parameters> list(YamlPath path) {
    List<Parameters> all = new ArrayList<>();
    for (int i = 0; i < elements(path).size(); i++) {
      all.add(of(manifest.file(), manifest.document(), root, path.then(i), Map.of()));
    }
    return all;
  }

  private List<Parameters> matrix(YamlPath path, Parameters given) throws UnreadableException {
    List<Parameters> all = List.of(Parameters.NONE);
    for (int i = 0; i < elements(path).size(); i++) {
      List<Parameters> longer = new ArrayList<>();
      for (Parameters before : all) {
        for (Parameters more : one(path.then(i), given.and(before))) {
          longer.add(before.and(more));
          limit(longer);
        }
      }
      all = longer;
    }
    return all;
  }

  /** What the first gives, changed by what the others give for the same keys. */
  private List<Parameters> merge(YamlPath path, Parameters given) throws UnreadableException {
    List<String> keys =
        elements(path.then("mergeKeys")).stream().flatMap(key -> key.text().stream()).toList();
    List<Parameters> all = List.of();
    for (int i = 0; i < elements(path.then("generators")).size(); i++) {
      List<Parameters> more = one(path.then("generators").then(i), given);
      all = i == 0 ? more : all.stream().map(each -> overlaid(each, more, keys)).toList();
    }
    return all;
  }

  private static Parameters overlaid(Parameters base, List<Parameters> more, List<String> keys) {
    Parameters merged = base;
    for (Parameters each : more) {
      if (keys.stream().allMatch(key -> base.value(key).equals(each.value(key)))) {
        merged = merged.and(each);
      }
    }
    return merged;
  }

  private List<Parameters> git(YamlPath git, Parameters given) throws UnreadableException {
    List<Parameters> all = new ArrayList<>();
    RepositoryFiles.Commit commit =
        files.resolve(
            given.fill(text(git.then("repoURL"))), given.fill(text(git.then("revision"))));
    String prefix = text(git.then("pathParamPrefix"));
    for (YamlNode each : elements(git.then("files"))) {
      String pattern = Paths.normal(given.fill(each.text("path")));
      for (String file : files.list(commit, stem(pattern))) {
        if (glob(pattern).matcher(file).matches()) {
          Optional<YamlText> text = files.read(commit, file).flatMap(Folder::parse);
          if (text.isPresent() && text.get().size() == 1) {
            all.addAll(file(new GitFile(commit, file), text.get().document(0), prefix));
            limit(all);
          }
        }
      }
    }
    return all;
  }

  /** One of the whole file, or of each of its elements. */
  private static List<Parameters> file(GitFile file, YamlNode content, String prefix) {
    Map<String, String> path = pathParameters(file.path(), prefix.isEmpty() ? "" : prefix + ".");
    List<Parameters> all = new ArrayList<>();
    for (int i = 0; i < content.elements().size(); i++) {
      all.add(of(file, 0, content, YamlPath.of(i), path));
    }
    return all.isEmpty() ? List.of(of(file, 0, content, YamlPath.ROOT, path)) : all;
  }

  /** As the documentation of the Git generator has them, for both kinds of templates. */
  private static Map<String, String> pathParameters(String file, String prefix) {
    String folder = Paths.folder(file);
    String base = folder.substring(folder.lastIndexOf('/') + 1);
    String name = file.substring(file.lastIndexOf('/') + 1);
    Map<String, String> parameters = new HashMap<>();
    parameters.put(prefix + "path", folder);
    parameters.put(prefix + "path.path", folder);
    parameters.put(prefix + "path.basename", base);
    parameters.put(prefix + "path.basenameNormalized", normalized(base));
    parameters.put(prefix + "path.filename", name);
    parameters.put(prefix + "path.filenameNormalized", normalized(name));
    String[] segments = folder.split("/");
    for (int i = 0; i < segments.length; i++) {
      parameters.put(prefix + "path[" + i + "]", segments[i]);
    }
    return parameters;
  }

  /** What is no letter, digit, dot or hyphen becomes a hyphen. */
  private static String normalized(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]", "-");
  }

  private static Parameters of(
      GitFile file, int document, YamlNode root, YamlPath at, Map<String, String> others) {
    Map<String, Place> places = new HashMap<>();
    root.at(at)
        .ifPresent(
            node ->
                node.scalars(
                    (path, value) -> {
                      List<String> steps = path.steps().stream().map(String::valueOf).toList();
                      YamlPath whole = ManifestFields.join(at, path);
                      places.put(String.join(".", steps), Place.of(file, document, whole, value));
                    }));
    return new Parameters(places, others, false);
  }

  private void limit(List<Parameters> made) throws UnreadableException {
    if (made.size() > MOST) {
      throw new UnreadableException(
          "An ApplicationSet in " + manifest.file().path() + " generates more than " + MOST);
    }
  }

  private String text(YamlPath path) {
    return root.at(path).flatMap(YamlNode::text).orElse("");
  }

  private List<YamlNode> elements(YamlPath path) {
    return root.at(path).map(YamlNode::elements).orElse(List.of());
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
