package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.Commit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.UnspliceableException;
import io.appofapps.confluence.promotion.splice.YamlNode;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The version-carrying values in the folder that an Application deploys: images and charts of a
 * Kustomize overlay, Helm value files, dependencies of a chart, Argo CD's override file. Only where
 * the Application follows a branch; a fixed revision is moved by its manifest.
 */
final class SourceFields {

  /** The field of {@code Chart.yaml} that lists other charts. */
  static final String DEPENDENCIES = "dependencies";

  private final RepositoryFiles files;
  private final Application application;
  private final Map<String, Place> fields = new LinkedHashMap<>();
  private String prefix = "";

  private SourceFields(RepositoryFiles files, Application application) {
    this.files = files;
    this.application = application;
  }

  /** By name of the field, the same in every environment. */
  static Map<String, Place> of(RepositoryFiles files, Application application)
      throws UnreadableException {
    SourceFields reader = new SourceFields(files, application);
    List<Source> sources = application.sources();
    for (int i = 0; i < sources.size(); i++) {
      reader.prefix = sources.size() > 1 ? "sources[" + i + "]." : "";
      Source source = sources.get(i);
      if (source.chart().isEmpty() && !source.path().isEmpty()) {
        reader.read(source);
      }
      reader.referenced(source);
    }
    return reader.fields;
  }

  private void read(Source source) throws UnreadableException {
    Commit commit = files.resolve(source.repoUrl(), source.targetRevision());
    if (commit.branch().isEmpty()) {
      return;
    }
    String folder = Paths.normal(source.path());
    for (String name : List.of("kustomization.yaml", "kustomization.yml", "Kustomization")) {
      parse(commit, Paths.in(folder, name)).ifPresent(this::kustomization);
    }
    Optional<Parsed> chart = parse(commit, Paths.in(folder, "Chart.yaml"));
    if (chart.isPresent()) {
      parse(commit, Paths.in(folder, "values.yaml")).ifPresent(this::values);
    }
    for (String file : source.valueFiles()) {
      if (!file.contains("://") && !file.startsWith("$")) {
        parse(commit, Paths.in(folder, file)).ifPresent(this::values);
      }
    }
    chart.ifPresent(this::dependencies);
    parse(commit, Paths.in(folder, ".argocd-source-" + application.key().name() + ".yaml"))
        .ifPresent(this::override);
  }

  /**
   * Value files of another source, {@code $name/path}. The kept Application does not say which
   * source has the name: a file is taken when one repository alone has it.
   */
  private void referenced(Source source) throws UnreadableException {
    for (String file : source.valueFiles()) {
      if (file.startsWith("$") && file.indexOf('/') > 0) {
        List<Parsed> found = new ArrayList<>();
        for (Source other : application.sources()) {
          if (other.chart().isEmpty()) {
            Commit commit = files.resolve(other.repoUrl(), other.targetRevision());
            if (!commit.branch().isEmpty()) {
              parse(commit, Paths.normal(file.substring(file.indexOf('/')))).ifPresent(found::add);
            }
          }
        }
        if (found.stream().map(Parsed::file).distinct().count() == 1) {
          values(found.get(0));
        }
      }
    }
  }

  private record Parsed(GitFile file, YamlNode root) {}

  private Optional<Parsed> parse(Commit commit, String path) throws UnreadableException {
    Optional<byte[]> bytes = files.read(commit, path);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      YamlText text = YamlText.parse(bytes.get());
      return text.size() == 1
          ? Optional.of(new Parsed(new GitFile(commit, path), text.document(0)))
          : Optional.empty();
    } catch (UnspliceableException e) {
      // no YAML that can be edited: as if the file were not there; the plan says what it lacks
      return Optional.empty();
    }
  }

  private void kustomization(Parsed parsed) {
    List<YamlNode> images = elements(parsed, "images");
    for (int i = 0; i < images.size(); i++) {
      String name = images.get(i).text("name");
      for (String key : List.of("newTag", "digest")) {
        put(parsed, YamlPath.of("images", i, key), "images[" + name + "]." + key);
      }
    }
    charts(parsed, "helmCharts", "releaseName");
  }

  /** By the chart; where one stands twice, by what tells the two apart. */
  private void charts(Parsed parsed, String key, String other) {
    List<YamlNode> charts = elements(parsed, key);
    List<String> names = charts.stream().map(chart -> chart.text("name")).toList();
    for (int i = 0; i < charts.size(); i++) {
      String name = names.get(i);
      String own = Collections.frequency(names, name) > 1 ? charts.get(i).text(other) : "";
      put(parsed, YamlPath.of(key, i, "version"), key + "[" + (own.isEmpty() ? name : own) + "]");
    }
  }

  private void values(Parsed parsed) {
    parsed
        .root()
        .scalars(
            (path, value) -> {
              if (ManifestFields.isVersion(path)) {
                put(parsed, path, "values" + path);
              }
            });
  }

  private void dependencies(Parsed parsed) {
    charts(parsed, DEPENDENCIES, "alias");
  }

  private void override(Parsed parsed) {
    List<YamlNode> parameters =
        parsed.root().at("helm", "parameters").map(YamlNode::elements).orElse(List.of());
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).text("name");
      if (VersionKeys.matches(name)) {
        put(
            parsed,
            YamlPath.of("helm", "parameters", i, "value"),
            "override.helm.parameters[" + name + "]");
      }
    }
  }

  private static List<YamlNode> elements(Parsed parsed, String key) {
    return parsed.root().at(key).map(YamlNode::elements).orElse(List.of());
  }

  private void put(Parsed parsed, YamlPath path, String name) {
    parsed
        .root()
        .at(path)
        .flatMap(YamlNode::text)
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> fields.put(prefix + name, Place.of(parsed.file(), 0, path, value)));
  }
}
