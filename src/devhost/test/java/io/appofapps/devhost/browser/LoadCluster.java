package io.appofapps.devhost.browser;

import io.appofapps.democluster.ArgoResources;
import io.appofapps.democluster.EmbeddedCluster;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A cluster full of Applications: one root, groups of fifty below it. */
final class LoadCluster implements AutoCloseable {
  static final String ROOT = "load";
  private static final int GROUP = 50;
  private static final int EVERY_BAD = 25;
  private final String name;
  private final Path kubeconfig;
  private final KubernetesClient client;
  private final AutoCloseable server;

  private LoadCluster(String name, Path kubeconfig, AutoCloseable server) throws IOException {
    this.name = name;
    this.kubeconfig = kubeconfig;
    this.server = server;
    Config config = Config.fromKubeconfig(Files.readString(kubeconfig));
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  /** A real kube-apiserver when {@code KUBEBUILDER_ASSETS} is set, else the embedded API. */
  static LoadCluster start(Path home) {
    try {
      Path kubeconfig = Files.createDirectories(home.resolve("shared-home")).resolve("kubeconfig");
      if (System.getenv("KUBEBUILDER_ASSETS") == null) {
        EmbeddedCluster embedded = EmbeddedCluster.start();
        embedded.writeKubeconfig(kubeconfig);
        return new LoadCluster("the embedded API", kubeconfig, embedded);
      }
      RealKubernetes real =
          RealKubernetes.start(Files.createDirectories(home.resolve("kubernetes")));
      Files.writeString(kubeconfig, real.kubeconfig("admin-token"));
      LoadCluster cluster = new LoadCluster("a real kube-apiserver", kubeconfig, real);
      cluster.install();
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  /** Creates that many Applications, the root and the groups' parents among them. */
  void create(int count) {
    List<GenericKubernetesResource> all = new ArrayList<>();
    int groups = (count - 1 + GROUP) / (GROUP + 1);
    List<String> parents = new ArrayList<>();
    int left = count - 1 - groups;
    for (int group = 0; group < groups; group++) {
      String parent = "group-%02d".formatted(group);
      List<String> children = new ArrayList<>();
      for (int i = 0; i < GROUP && left > 0; i++, left--) {
        String child = "%s-service-%02d".formatted(parent, i);
        children.add(child);
        all.add(application(child, left % EVERY_BAD == 0 ? "Degraded" : "Healthy", List.of()));
      }
      parents.add(parent);
      all.add(application(parent, "Healthy", children));
    }
    all.add(application(ROOT, "Healthy", parents));
    inParallel(all);
  }

  /** Gives one of the Applications a new revision, another one each time. */
  void change(int turn) {
    String revision = "%040x".formatted(turn);
    client
        .genericKubernetesResources(ArgoResources.APPLICATION)
        .inNamespace("argocd")
        .withName("group-00-service-%02d".formatted(turn % GROUP))
        .edit(
            app -> {
              Map<String, Object> status = new LinkedHashMap<>(app.get("status"));
              status.put("sync", Map.of("status", "Synced", "revision", revision));
              app.setAdditionalProperty("status", status);
              return app;
            });
  }

  @Override
  public void close() {
    client.close();
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("The API server could not be ended", e);
    }
  }

  private void install() throws IOException {
    try (InputStream crds = LoadCluster.class.getResourceAsStream("/kubernetes/crds.yaml")) {
      client.load(crds).items().forEach(crd -> client.resource(crd).create());
    }
    client
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName("argocd").endMetadata().build())
        .create();
    Await.until("Argo CD's resources", Duration.ofSeconds(30), this::isInstalled);
  }

  private boolean isInstalled() {
    APIResourceList served = client.getApiResources("argoproj.io/v1alpha1");
    return served != null
        && ArgoResources.ALL.stream()
            .allMatch(
                context ->
                    served.getResources().stream()
                        .anyMatch(found -> found.getName().equals(context.getPlural())));
  }

  private void inParallel(List<GenericKubernetesResource> all) {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> created = new ArrayList<>();
      for (GenericKubernetesResource app : all) {
        created.add(
            threads.submit(
                () ->
                    client
                        .genericKubernetesResources(ArgoResources.APPLICATION)
                        .inNamespace("argocd")
                        .resource(app)
                        .create()));
      }
      for (Future<?> one : created) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static GenericKubernetesResource application(
      String name, String health, List<String> children) {
    List<Map<String, Object>> resources = new ArrayList<>();
    for (String child : children) {
      resources.add(entry("argoproj.io", "Application", child));
    }
    for (int i = 0; children.isEmpty() && i < GROUP; i++) {
      resources.add(entry("apps", "Deployment", name + "-part-" + i));
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("sync", Map.of("status", "Synced", "revision", "%040x".formatted(name.hashCode())));
    status.put("health", Map.of("status", health));
    status.put("resources", resources);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "argoproj.io/v1alpha1");
    object.put("kind", "Application");
    object.put("metadata", Map.of("namespace", "argocd", "name", name));
    object.put(
        "spec",
        Map.of(
            "project", "default",
            "destination", Map.of("name", "in-cluster", "namespace", "argocd"),
            "source", Map.of("repoURL", "https://git.example.com/load.git", "path", name)));
    object.put("status", status);
    return Serialization.jsonMapper().convertValue(object, GenericKubernetesResource.class);
  }

  private static Map<String, Object> entry(String group, String kind, String name) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("group", group);
    entry.put("version", "v1alpha1");
    entry.put("kind", kind);
    entry.put("namespace", "argocd");
    entry.put("name", name);
    entry.put("status", "Synced");
    return entry;
  }
}
