package io.appofapps.democluster;

import io.appofapps.democluster.Landscape.App;
import io.appofapps.democluster.Landscape.Generated;
import io.appofapps.democluster.Landscape.Project;
import io.appofapps.democluster.Landscape.State;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The demo's custom resources: one root named {@code hq} and an orphan. */
public final class DemoData {
  /**
   * Argo CD's own rules: developers sync the web shop, who approves sees and syncs all, and whoever
   * is in a team's group has its role.
   */
  private static final String POLICY =
      """
      p, role:developer, applications, get, shop/*, allow
      p, role:developer, applications, sync, shop/*, allow
      g, developers, role:developer
      p, role:release-manager, applications, sync, */*, allow
      g, platform-approvers, role:release-manager
      g, platform-approvers, role:readonly
      """;

  private static final String ADDRESS = "https://git.example.com/hq/deployments.git";

  private final Landscape landscape = Landscape.load();
  private final List<App> applications = landscape.allApplications();
  private final Manifests manifests;

  private DemoData(Instant now, DemoRepository git) {
    manifests = new Manifests(now, git);
  }

  /** Puts everything into the cluster, as of now; the repository that it names is not there. */
  public static void seed(EmbeddedCluster cluster) {
    try (DemoRepository git = repository(ADDRESS)) {
      seed(cluster, git);
    }
  }

  /** Writes Argo CD's own rules, whatever they were before. */
  public static void writePolicy(EmbeddedCluster cluster) {
    cluster.writePolicy("argocd", POLICY);
  }

  /** The repository of all this, at that address. */
  static DemoRepository repository(String address) {
    return DemoRepository.create(Landscape.load(), new Declarations(address), Instant.now());
  }

  /** Puts everything into the cluster, as of now and as the repository has it. */
  static void seed(EmbeddedCluster cluster, DemoRepository git) {
    writePolicy(cluster);
    Map<String, String> uids = new HashMap<>();
    for (GenericKubernetesResource object : new DemoData(Instant.now(), git).all()) {
      object
          .getMetadata()
          .getOwnerReferences()
          .forEach(owner -> owner.setUid(uids.get(owner.getName())));
      GenericKubernetesResource created = cluster.apply(object);
      if (created.getKind().equals("ApplicationSet")) {
        uids.put(created.getMetadata().getName(), created.getMetadata().getUid());
      }
    }
  }

  /**
   * @param now the moment that all time stamps are counted back from
   * @return AppProjects, Applications and one ApplicationSet, in an order fit for creation
   */
  public static List<GenericKubernetesResource> objects(Instant now) {
    try (DemoRepository git =
        DemoRepository.create(Landscape.load(), new Declarations(ADDRESS), now)) {
      return new DemoData(now, git).all();
    }
  }

  /** Names of the service Applications that nothing is wrong with: these may be rolled out. */
  static List<String> movable() {
    Landscape landscape = Landscape.load();
    return landscape.allApplications().stream()
        .filter(app -> !app.service().isEmpty())
        .map(App::name)
        .filter(name -> !landscape.states().containsKey(name))
        .toList();
  }

  private List<GenericKubernetesResource> all() {
    List<GenericKubernetesResource> objects = new ArrayList<>();
    landscape.projects().forEach(project -> objects.add(project(project)));
    applications.forEach(
        app -> objects.add(manifests.application(app, landscape.state(app.name()), children(app))));
    Generated set = landscape.applicationSet();
    objects.add(applicationSet(set));
    set.clusters().forEach(cluster -> objects.add(generated(set, cluster)));
    return List.copyOf(objects);
  }

  private List<Map<String, Object>> children(App parent) {
    Stream<Map<String, Object>> own =
        applications.stream()
            .filter(app -> parent.name().equals(app.parent()))
            .map(
                app ->
                    manifests.childEntry(
                        "Application", app.namespace(), app.name(), landscape.state(app.name())));
    Set<String> existing = new HashSet<>();
    applications.forEach(app -> existing.add(app.name()));
    Stream<Map<String, Object>> listed =
        landscape
            .listedBy(parent.name())
            .map(
                name ->
                    existing.contains(name)
                        ? manifests.childEntry("Application", "argocd", name, State.IN_ORDER)
                        : manifests.missingEntry("argocd", name));
    Generated set = landscape.applicationSet();
    Stream<Map<String, Object>> sets =
        parent.name().equals(set.parent())
            ? Stream.of(
                manifests.childEntry("ApplicationSet", "argocd", set.name(), State.IN_ORDER))
            : Stream.empty();
    return Stream.of(own, listed, sets).flatMap(entries -> entries).toList();
  }

  private GenericKubernetesResource project(Project project) {
    Map<String, Object> role =
        Map.of(
            "name", "deployer",
            "groups", project.groups(),
            "policies",
                List.of(
                    "p, proj:%1$s:deployer, applications, sync, %1$s/*, allow"
                        .formatted(project.name()),
                    "p, proj:%1$s:deployer, applications, get, %1$s/*, allow"
                        .formatted(project.name())));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("description", project.description());
    spec.put("sourceRepos", List.of("*"));
    spec.put("destinations", List.of(Map.of("name", "*", "namespace", "*")));
    spec.put("sourceNamespaces", List.of("team-data"));
    spec.put("roles", List.of(role));
    return manifests.resource(
        manifests.object("AppProject", manifests.metadata("argocd", project.name()), spec));
  }

  private GenericKubernetesResource applicationSet(Generated set) {
    Map<String, Object> metadata = manifests.metadata("argocd", set.name());
    metadata.put(
        "annotations",
        Map.of(
            "argocd.argoproj.io/tracking-id",
            set.parent() + ":argoproj.io/ApplicationSet:argocd/" + set.name()));
    List<Map<String, Object>> elements = new ArrayList<>();
    set.clusters().forEach(cluster -> elements.add(Map.of("cluster", cluster)));
    Map<String, Object> template =
        Map.of(
            "metadata", Map.of("name", "addons-{{.cluster}}"),
            "spec",
                Map.of("project", set.project(), "destination", Map.of("name", "{{.cluster}}")));
    Map<String, Object> spec =
        Map.of(
            "goTemplate",
            true,
            "generators",
            List.of(Map.of("list", Map.of("elements", elements))),
            "template",
            template);
    Map<String, Object> object = manifests.object("ApplicationSet", metadata, spec);
    object.put("status", setStatus());
    return manifests.resource(object);
  }

  private static Map<String, Object> setStatus() {
    return Map.of(
        "health",
        Map.of("status", "Healthy"),
        "conditions",
        List.of(
            Map.of(
                "type", "ResourcesUpToDate",
                "status", "True",
                "reason", "ApplicationSetUpToDate",
                "message", "All applications have been generated successfully")));
  }

  private GenericKubernetesResource generated(Generated set, String cluster) {
    App app =
        new App(
            "addons-" + cluster,
            null,
            null,
            set.project(),
            null,
            set.chart(),
            set.version(),
            null,
            cluster,
            null,
            null,
            "");
    GenericKubernetesResource resource =
        manifests.application(app, landscape.state(app.name()), List.of());
    resource
        .getMetadata()
        .setOwnerReferences(
            List.of(
                new OwnerReferenceBuilder()
                    .withApiVersion(resource.getApiVersion())
                    .withKind("ApplicationSet")
                    .withName(set.name())
                    .withUid(Fake.uid("argocd/" + set.name()))
                    .withController(true)
                    .build()));
    return resource;
  }
}
