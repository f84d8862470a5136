package io.appofapps.confluence.environment;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.tree.EdgeEvidence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads which service an Application deploys; first hit wins. An app of apps deploys Applications,
 * so it is a service only where its metadata says so.
 */
final class ServiceResolver {

  private static final List<String> LABELS =
      List.of("app.kubernetes.io/name", "app", "service", "component");
  private static final String BACKSTAGE = "backstage.io/kubernetes-id";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private static final int LONGEST_LABEL = 63;

  private ServiceResolver() {}

  /** The service of the node; empty for an ApplicationSet and for what is not in the cluster. */
  static Optional<Service> resolve(TreeNode node) {
    return node.application()
        .flatMap(
            application -> {
              Optional<Service> declared = declared(application);
              return declared.isPresent() || !node.children().isEmpty()
                  ? declared
                  : inferred(node, application);
            });
  }

  private static Optional<Service> declared(Application application) {
    return LABELS.stream()
        .flatMap(key -> label(application, key).stream())
        .findFirst()
        .or(() -> label(application, BACKSTAGE))
        .or(
            () ->
                Optional.ofNullable(application.annotations().get(BACKSTAGE))
                    .filter(value -> !value.isBlank())
                    .map(value -> new Service(value.trim(), "annotation " + BACKSTAGE)));
  }

  private static Optional<Service> inferred(TreeNode node, Application application) {
    return instance(node, application)
        .or(() -> fromPath(application))
        .or(() -> fromChart(application))
        .or(() -> fromName(application));
  }

  private static Optional<Service> instance(TreeNode node, Application application) {
    return label(application, INSTANCE)
        .filter(found -> !isTrackingLabel(node, application, found.name()))
        .flatMap(found -> named(Tokens.of(found.name()).withoutEnvironment(), found.evidence()));
  }

  /** Argo CD writes the parent's name into this label, unless it tracks by annotation. */
  private static boolean isTrackingLabel(TreeNode node, Application application, String label) {
    if (!application.trackingId().isEmpty()) {
      String instance = application.trackingId().split(":", 2)[0];
      return instance.equals(label)
          || (instance.length() > LONGEST_LABEL && instance.startsWith(label));
    }
    return node.parents().isEmpty()
        || node.parents().stream()
            .anyMatch(edge -> edge.evidence().contains(EdgeEvidence.INSTANCE_LABEL));
  }

  private static Optional<Service> fromPath(Application application) {
    return application.sources().stream()
        .map(Source::path)
        .flatMap(
            path ->
                SourcePaths.service(path).map(s -> new Service(s, "source path " + path)).stream())
        .findFirst();
  }

  private static Optional<Service> fromChart(Application application) {
    return application.sources().stream()
        .map(Source::chart)
        .filter(chart -> !chart.isEmpty())
        .map(chart -> new Service(chart, "chart " + chart))
        .findFirst();
  }

  private static Optional<Service> fromName(Application application) {
    String name = application.key().name();
    String cluster = application.destination().name().toLowerCase(Locale.ROOT);
    String rest = name;
    if (!cluster.isEmpty() && rest.startsWith(cluster + "-")) {
      rest = rest.substring(cluster.length() + 1);
    } else if (!cluster.isEmpty() && rest.endsWith("-" + cluster)) {
      rest = rest.substring(0, rest.length() - cluster.length() - 1);
    }
    return named(Tokens.of(rest).withoutEnvironment(), "name " + name);
  }

  private static Optional<Service> label(Application application, String key) {
    return Optional.ofNullable(application.labels().get(key))
        .filter(value -> !value.isBlank())
        .map(value -> new Service(value.trim(), "label " + key));
  }

  private static Optional<Service> named(String name, String evidence) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new Service(name, evidence));
  }
}
