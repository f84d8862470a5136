package io.appofapps.democluster;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A Kubernetes API on a loopback port that keeps Argo CD's custom resources in memory.
 *
 * <p>It can be stopped and started again on the same port without losing objects, so that "the API
 * server is away" can be shown and tested. Not thread-safe for {@link #start} and {@link #stop};
 * everything else is.
 */
public final class EmbeddedCluster implements AutoCloseable {
  // Held, because a logger nobody holds forgets its level; a line for each request helps nobody.
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    SERVER_LOG.setLevel(Level.WARNING);
  }

  private final Map<ServerRequest, Queue<ServerResponse>> expectations = new ConcurrentHashMap<>();
  private final KubernetesMixedDispatcher objects =
      new KubernetesMixedDispatcher(expectations, ArgoResources.ALL);
  private final CountingDispatcher dispatcher = new CountingDispatcher(objects);
  private final int port;
  private KubernetesMockServer server;
  private KubernetesClient client;

  private EmbeddedCluster(int port) {
    this.port = port;
  }

  /** Starts an empty cluster on a free port. */
  public static EmbeddedCluster start() {
    EmbeddedCluster probe = new EmbeddedCluster(0);
    int free = probe.listen();
    probe.close();
    EmbeddedCluster cluster = new EmbeddedCluster(free);
    cluster.restart();
    return cluster;
  }

  /** Ends the API server: connections break, new ones are refused; objects stay. */
  public void stop() {
    if (server == null) {
      return;
    }
    client.close();
    server.destroy();
    server = null;
  }

  /** Serves the same objects on the same port again; does nothing while it runs. */
  public void restart() {
    if (server == null) {
      listen();
    }
  }

  @Override
  public void close() {
    stop();
    objects.shutdown();
  }

  /** Base URL of the API, for example {@code http://127.0.0.1:40123}. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Number of requests answered since the start, watches included. */
  public long requests() {
    return dispatcher.requests();
  }

  /** The last thousand requests, oldest first, each as method and path with query. */
  public List<String> recentRequests() {
    return dispatcher.recent();
  }

  /** Writes a kubeconfig that points here, readable by its owner only where the system can. */
  public void writeKubeconfig(Path file) {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: demo
        clusters:
          - name: demo
            cluster: {server: "%s"}
        contexts:
          - name: demo
            context: {cluster: demo, user: demo, namespace: argocd}
        users:
          - name: demo
            user: {token: demo-token}
        """
            .formatted(url());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the kubeconfig " + file, e);
    }
  }

  /**
   * Creates the object, or replaces it whole.
   *
   * @return the object as the API now has it, with its uid
   */
  public GenericKubernetesResource apply(GenericKubernetesResource object) {
    return handle(object).createOr(existing -> existing.update());
  }

  /** Returns the Application, empty when there is none. */
  public Optional<GenericKubernetesResource> application(String namespace, String name) {
    return Optional.ofNullable(application(namespace, name, client).get());
  }

  /**
   * Reads, changes and writes back one Application.
   *
   * @throws IllegalStateException when it does not exist
   */
  public void edit(String namespace, String name, UnaryOperator<GenericKubernetesResource> change) {
    GenericKubernetesResource current =
        application(namespace, name)
            .orElseThrow(
                () -> new IllegalStateException("No Application " + namespace + "/" + name));
    handle(change.apply(current)).update();
  }

  /**
   * Writes Argo CD's access policy, the ConfigMap {@code argocd-rbac-cm}.
   *
   * @param csv its {@code policy.csv}
   */
  public void writePolicy(String namespace, String csv) {
    client
        .configMaps()
        .inNamespace(namespace)
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("argocd-rbac-cm")
                .withNamespace(namespace)
                .endMetadata()
                .withData(Map.of("policy.csv", csv))
                .build())
        .createOr(existing -> existing.update());
  }

  /** Deletes the object if it exists. */
  public void delete(GenericKubernetesResource object) {
    handle(object).delete();
  }

  private Resource<GenericKubernetesResource> handle(GenericKubernetesResource object) {
    return client
        .genericKubernetesResources(ArgoResources.ofKind(object.getKind()))
        .inNamespace(object.getMetadata().getNamespace())
        .resource(object);
  }

  private static Resource<GenericKubernetesResource> application(
      String namespace, String name, KubernetesClient client) {
    return client
        .genericKubernetesResources(ArgoResources.APPLICATION)
        .inNamespace(namespace)
        .withName(name);
  }

  private int listen() {
    MockWebServer web = new MockWebServer();
    dispatcher.attach(web);
    server = new KubernetesMockServer(new Context(), web, expectations, dispatcher, false);
    server.init(InetAddress.getLoopbackAddress(), port);
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:" + server.getPort())
            .withNamespace("argocd")
            .withRequestRetryBackoffLimit(0)
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
    return server.getPort();
  }
}
