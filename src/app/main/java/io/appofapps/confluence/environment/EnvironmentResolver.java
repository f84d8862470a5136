package io.appofapps.confluence.environment;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.tree.TreeNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the environment of one node from the node alone. First hit wins; what names two
 * environments at once names none.
 */
final class EnvironmentResolver {

  private static final List<String> KEYS =
      List.of(
          "appofapps.io/environment",
          "environment",
          "env",
          "app.kubernetes.io/environment",
          "envLabel",
          "stage");
  private static final String KARGO_STAGE = "kargo.akuity.io/authorized-stage";
  private static final Pattern BRANCH = Pattern.compile("(?:env|environment)s?/(.+?)(?:-next)?");

  private EnvironmentResolver() {}

  /** What the node declares in a label or annotation; its descendants inherit it. */
  static Optional<Environment> declared(TreeNode node) {
    Map<String, String> labels = metadata(node, Application::labels, ApplicationSet::labels);
    Map<String, String> annotations =
        metadata(node, Application::annotations, ApplicationSet::annotations);
    for (String key : KEYS) {
      Optional<Environment> found =
          value(labels, key)
              .map(v -> named(v, "label " + key))
              .or(() -> value(annotations, key).map(v -> named(v, "annotation " + key)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The stage that Kargo may promote to this Application. */
  static Optional<Environment> kargoStage(TreeNode node) {
    return value(metadata(node, Application::annotations, ApplicationSet::annotations), KARGO_STAGE)
        .map(v -> v.substring(v.indexOf(':') + 1).trim())
        .filter(stage -> !stage.isEmpty())
        .map(stage -> named(stage, "annotation " + KARGO_STAGE));
  }

  /** What sources, destination, name and project of the node suggest, in this order. */
  static Optional<Environment> inferred(TreeNode node) {
    String name = node.id().key().name();
    Optional<Application> application = node.application();
    return application
        .flatMap(EnvironmentResolver::fromSources)
        .or(
            () ->
                application
                    .map(Application::destination)
                    .flatMap(EnvironmentResolver::fromDestination))
        .or(() -> Tokens.of(name).atEdge().map(e -> new Environment(e, "name " + name)))
        .or(() -> application.map(Application::project).flatMap(EnvironmentResolver::fromProject));
  }

  private static Optional<Environment> fromSources(Application application) {
    List<Source> sources = application.sources();
    return only(sources.stream().map(Source::path), SourcePaths::environment, "source path ")
        .or(
            () ->
                only(
                    sources.stream().flatMap(source -> source.valueFiles().stream()),
                    ValueFiles::environment,
                    "value file "))
        .or(
            () ->
                only(
                    sources.stream().map(Source::targetRevision),
                    EnvironmentResolver::ofBranch,
                    "target revision "));
  }

  private static Optional<Environment> fromDestination(Destination destination) {
    return Tokens.of(destination.name())
        .anywhere()
        .map(e -> new Environment(e, "destination cluster " + destination.name()))
        .or(
            () ->
                Tokens.of(destination.namespace())
                    .anywhere()
                    .map(
                        e ->
                            new Environment(
                                e, "destination namespace " + destination.namespace())));
  }

  private static Optional<Environment> fromProject(String project) {
    return Tokens.of(project).atEdge().map(e -> new Environment(e, "project " + project));
  }

  private static Optional<String> ofBranch(String revision) {
    Matcher matcher = BRANCH.matcher(revision);
    return matcher.matches()
        ? Optional.of(Tokens.of(matcher.group(1)).exactly().orElse(matcher.group(1)))
        : Optional.empty();
  }

  /** The environment of those texts that name one, when they agree. */
  private static Optional<Environment> only(
      Stream<String> texts, Function<String, Optional<String>> read, String evidence) {
    List<Environment> found =
        texts
            .flatMap(
                text -> read.apply(text).map(e -> new Environment(e, evidence + text)).stream())
            .toList();
    boolean agree = found.stream().map(Environment::name).distinct().count() == 1;
    return agree ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Environment named(String value, String evidence) {
    return new Environment(Tokens.of(value).exactly().orElse(value), evidence);
  }

  private static Optional<String> value(Map<String, String> metadata, String key) {
    return Optional.ofNullable(metadata.get(key)).map(String::trim).filter(v -> !v.isEmpty());
  }

  private static Map<String, String> metadata(
      TreeNode node,
      Function<Application, Map<String, String>> ofApplication,
      Function<ApplicationSet, Map<String, String>> ofSet) {
    return node.application()
        .map(ofApplication)
        .or(() -> node.applicationSet().map(ofSet))
        .orElse(Map.of());
  }
}
