package io.appofapps.devhost.browser;

import io.appofapps.democluster.ArgoResources;
import io.appofapps.democluster.EmbeddedCluster;
import io.appofapps.kubernetes.FleetApplication;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A cluster full of Applications: one root, teams of fifty below it. */
public final class LoadCluster implements AutoCloseable {
  public static final String ROOT = FleetApplication.ROOT;
  private static final int WRITERS = 8;
  private static final long PAGE = 500;
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
  public static LoadCluster start(Path home) {
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

  public String name() {
    return name;
  }

  /** How many requests were answered so far; empty for a real server, which is not asked. */
  OptionalLong requests() {
    return server instanceof EmbeddedCluster embedded
        ? OptionalLong.of(embedded.requests())
        : OptionalLong.empty();
  }

  public Path kubeconfig() {
    return kubeconfig;
  }

  /** Creates that many Applications, the root and the teams' parents among them. */
  public void create(int count) {
    inParallel(
        FleetApplication.fleet(count).stream()
            .<Runnable>map(application -> () -> create(application.json()))
            .toList());
  }

  /** Creates one Application. */
  public void create(String json) {
    applications()
        .resource(Serialization.unmarshal(json, GenericKubernetesResource.class))
        .create();
  }

  /** Removes one Application, and its finalizer as Argo CD's controller does. */
  public void delete(String name) {
    patch(name, "{\"metadata\": {\"finalizers\": null}}");
    applications().withName(name).delete();
  }

  /**
   * Gives an Application the revision of that number.
   *
   * @see Revisions
   */
  public void revision(String name, long number) {
    String sync = "{\"status\": \"Synced\", \"revision\": \"" + Revisions.write(number) + "\"}";
    patch(name, "{\"status\": {\"sync\": " + sync + "}}");
  }

  private void patch(String name, String merge) {
    applications().withName(name).patch(PatchContext.of(PatchType.JSON_MERGE), merge);
  }

  /** The revisions of all Applications, by name. */
  public Map<String, Long> revisions() {
    Map<String, Long> revisions = new TreeMap<>();
    for (GenericKubernetesResource application : list(PAGE)) {
      revisions.put(
          application.getMetadata().getName(),
          Revisions.read(application.get("status", "sync", "revision")));
    }
    return revisions;
  }

  /** All Applications as a client without the app lists them, in pages of that size. */
  public List<GenericKubernetesResource> list(long page) {
    List<GenericKubernetesResource> all = new ArrayList<>();
    String next = null;
    do {
      GenericKubernetesResourceList found =
          applications().list(new ListOptionsBuilder().withLimit(page).withContinue(next).build());
      all.addAll(found.getItems());
      next = found.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    return all;
  }

  private NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      applications() {
    return client
        .genericKubernetesResources(ArgoResources.APPLICATION)
        .inNamespace(FleetApplication.NAMESPACE);
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

  /** Does all of it with several writers. */
  public void inParallel(List<Runnable> work) {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      for (Future<?> one : work.stream().map(threads::submit).toList()) {
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
}
