package io.appofapps.bench;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.application.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The Applications of an organisation: a root per environment, below it teams with twenty services
 * each; all are tracked by their parent. In random order, always the same one.
 */
final class Organisation {

  private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");
  private static final int SERVICES_OF_A_TEAM = 20;
  private static final String NAMESPACE = "argocd";

  private final Random random = new Random(7);
  private final List<Application> applications = new ArrayList<>();

  private Organisation() {}

  static List<Application> of(int size) {
    Organisation organisation = new Organisation();
    int perEnvironment = size / ENVIRONMENTS.size();
    for (String environment : ENVIRONMENTS) {
      organisation.addEnvironment(environment, perEnvironment);
    }
    while (organisation.applications.size() < size) {
      organisation.add("alone-" + organisation.applications.size(), "", "alone", List.of());
    }
    Collections.shuffle(organisation.applications, organisation.random);
    return List.copyOf(organisation.applications);
  }

  private void addEnvironment(String environment, int size) {
    String root = "root-" + environment;
    List<String> teams = new ArrayList<>();
    int left = size - 1;
    while (left > 0) {
      String team = "team-" + teams.size() + "-" + environment;
      teams.add(team);
      left--;
      List<String> services = new ArrayList<>();
      for (int s = 0; s < SERVICES_OF_A_TEAM && left > 0; s++, left--) {
        String service = "service-" + teams.size() + "-" + s;
        services.add(service + "-" + environment);
        add(
            service + "-" + environment,
            team,
            "apps/" + service + "/overlays/" + environment,
            List.of());
      }
      add(team, root, "teams/" + team, services);
    }
    add(root, "", "envs/" + environment, teams);
  }

  private void add(String name, String parent, String path, List<String> children) {
    String trackingId =
        parent.isEmpty() ? "" : parent + ":argoproj.io/Application:" + NAMESPACE + "/" + name;
    HealthStatus health =
        random.nextInt(20) == 0
            ? HealthStatus.values()[random.nextInt(HealthStatus.values().length)]
            : HealthStatus.HEALTHY;
    applications.add(
        application(
            new ApplicationKey("default", NAMESPACE, name),
            new Source("https://git.example.com/gitops", path, "", "main", List.of()),
            children.stream().map(Organisation::reference).toList(),
            List.of("registry.example.com/" + name + ":1.0.0"),
            trackingId,
            health,
            Map.of("team", parent)));
  }

  /** A healthy one that nobody tracks. */
  static Application application(
      ApplicationKey key, Source source, List<ChildReference> children, List<String> images) {
    return application(key, source, children, images, "", HealthStatus.HEALTHY, Map.of());
  }

  private static Application application(
      ApplicationKey key,
      Source source,
      List<ChildReference> children,
      List<String> images,
      String trackingId,
      HealthStatus health,
      Map<String, String> labels) {
    return new Application(
        key,
        "uid-" + key.name(),
        "default",
        List.of(source),
        new Destination("https://kubernetes.default.svc", "", NAMESPACE),
        true,
        SyncStatus.SYNCED,
        List.of("0123456789abcdef0123456789abcdef01234567"),
        health,
        Optional.of(Instant.EPOCH),
        "Succeeded",
        "",
        children,
        ResourceCounts.NONE,
        trackingId,
        Optional.empty(),
        labels,
        Map.of(),
        List.of(),
        images,
        List.of(),
        List.of(),
        Optional.of(Instant.EPOCH),
        Optional.of(Instant.EPOCH),
        Optional.empty(),
        List.of(),
        Details.NONE);
  }

  private static ChildReference reference(String name) {
    return new ChildReference(
        ChildReference.Kind.APPLICATION, NAMESPACE, name, SyncStatus.SYNCED, false);
  }
}
