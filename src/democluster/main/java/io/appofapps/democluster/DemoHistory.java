package io.appofapps.democluster;

import io.appofapps.democluster.Landscape.App;
import io.appofapps.democluster.Landscape.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What was committed to the demo's repository, from the first commit to the newest. */
final class DemoHistory {
  private static final List<String> PEOPLE =
      List.of("Devin Developer", "Robin Sharma", "Kim Larsen", "Noor Haddad");
  private static final List<String> WORK =
      List.of(
          "show delivery times",
          "keep sessions for a day",
          "answer in the language of the browser",
          "take less memory at start",
          "retry when the queue is away",
          "log the order number",
          "round prices like the ledger",
          "close idle connections");

  private final Landscape landscape;
  private final List<Step> commits = new ArrayList<>();
  private int story = 200;

  /**
   * One commit.
   *
   * @param declared Applications by the file that declares them
   * @param files other files by path
   */
  record Step(
      String author,
      String email,
      String message,
      Map<String, App> declared,
      Map<String, String> files) {}

  DemoHistory(Landscape landscape) {
    this.landscape = landscape;
    first();
    landscape.services().forEach(this::releases);
  }

  /** All commits, oldest first. */
  List<Step> commits() {
    return List.copyOf(commits);
  }

  /** Everything as it is, the services in their oldest version. */
  private void first() {
    Map<String, App> declared = new LinkedHashMap<>();
    for (App app : landscape.allApplications()) {
      if (app.parent() != null && !landscape.state(app.name()).pruning()) {
        App then =
            landscape
                .service(app.service())
                .map(service -> app.at(versions(service).get(0)))
                .orElse(app);
        declared.put(file(app.parent(), app.name()), then);
      }
    }
    landscape
        .listed()
        .forEach(
            also ->
                declared.put(
                    file(also.parent(), also.name()),
                    landscape.declared(also.name()).orElseGet(() -> wanted(also))));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", "# Deployments\n\nWhat runs where. The root is the folder `root`.\n");
    files.put("teams/platform/cluster-addons.yaml", addons(landscape.applicationSet()));
    landscape.services().stream()
        .filter(service -> !service.chart())
        .forEach(service -> kustomization(service.name(), files));
    add("Start with the deployments of the company", declared, files);
  }

  private static String addons(Landscape.Generated set) {
    StringBuilder elements = new StringBuilder();
    set.clusters().forEach(cluster -> elements.append("          - cluster: " + cluster + "\n"));
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    metadata:
      name: %s
      namespace: argocd
    spec:
      goTemplate: true
      generators:
        - list:
            elements:
    %s  template:
        metadata:
          name: addons-{{.cluster}}
        spec:
          project: %s
          source:
            repoURL: https://charts.example.com
            chart: %s
            targetRevision: %s
          destination:
            name: '{{.cluster}}'
            namespace: %s
    """
        .formatted(set.name(), elements, set.project(), set.chart(), set.version(), set.name());
  }

  /** One that is in Git but was never made. */
  private App wanted(Landscape.Listed listed) {
    String project = landscape.declared(listed.parent()).orElseThrow().project();
    return new App(
        listed.name(),
        null,
        listed.parent(),
        project,
        "services/" + listed.name(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private String file(String parent, String name) {
    return landscape.declared(parent).orElseThrow().path() + "/" + name + ".yaml";
  }

  private static void kustomization(String service, Map<String, String> files) {
    String base = "services/" + service + "/base/";
    files.put(
        base + "kustomization.yaml",
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        """);
    files.put(
        base + "deployment.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
        spec:
          selector:
            matchLabels: {app: %1$s}
          template:
            metadata:
              labels: {app: %1$s}
            spec:
              containers:
                - name: %1$s
                  image: registry.example.com/%1$s
        """
            .formatted(service));
    for (String overlay : List.of("dev", "staging", "prod")) {
      files.put(
          "services/" + service + "/overlays/" + overlay + "/kustomization.yaml",
          """
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          namespace: %s
          resources:
            - ../../base
          """
              .formatted(service));
    }
  }

  /** A version comes to dev first, with the stories that made it, and then to the others. */
  private void releases(Service service) {
    List<String> versions = versions(service);
    String title =
        service.name().substring(0, 1).toUpperCase(Locale.ROOT) + service.name().substring(1);
    for (String version : versions.subList(1, versions.size())) {
      String[] names = {nextStory(service), nextStory(service)};
      if (!service.chart()) {
        add(
            names[0] + " " + title + ": " + WORK.get(story % WORK.size()),
            Map.of(),
            Map.of(
                "services/" + service.name() + "/base/settings.properties",
                "# set with " + names[0] + "\nversion.expected=" + version + "\n"));
      }
      for (App app : landscape.applicationsOf(service)) {
        if (compare(app.version(), version) >= 0) {
          boolean newest = app.name().endsWith("-dev");
          add(
              newest
                  ? names[1]
                      + " "
                      + title
                      + " "
                      + version
                      + ": "
                      + WORK.get((story + 3) % WORK.size())
                  : title
                      + " "
                      + version
                      + " to "
                      + app.name().substring(service.name().length() + 1),
              Map.of(file(app.parent(), app.name()), app.at(version)),
              Map.of());
        }
      }
    }
  }

  private String nextStory(Service service) {
    story++;
    return (service.project().equals("money") ? "PAY-" : "SHOP-") + story;
  }

  private void add(String message, Map<String, App> declared, Map<String, String> files) {
    String author = PEOPLE.get(commits.size() % PEOPLE.size());
    String email = author.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
    commits.add(new Step(author, email, message, declared, files));
  }

  /** All versions of a service that run anywhere, oldest first. */
  private List<String> versions(Service service) {
    TreeSet<String> versions = new TreeSet<>(DemoHistory::compare);
    landscape.applicationsOf(service).forEach(app -> versions.add(app.version()));
    return List.copyOf(versions);
  }

  private static int compare(String one, String other) {
    return Comparator.<int[]>comparingInt(parts -> parts[0])
        .thenComparingInt(parts -> parts[1])
        .thenComparingInt(parts -> parts[2])
        .compare(parts(one), parts(other));
  }

  private static int[] parts(String version) {
    String[] words = version.split("\\.");
    return new int[] {
      Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2])
    };
  }
}
