package io.appofapps.confluence.state.leader;

import io.appofapps.kubernetes.Await;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Counts up in the revision of one Application, straight in the API server. */
final class CounterWriter implements AutoCloseable {

  static final String NAME = "counter";

  private static final long BETWEEN_NANOS = 20_000_000;
  private static final ResourceDefinitionContext APPLICATIONS =
      new ResourceDefinitionContext.Builder()
          .withGroup("argoproj.io")
          .withVersion("v1alpha1")
          .withKind("Application")
          .withPlural("applications")
          .withNamespaced(true)
          .build();
  private static final String COUNTER =
      """
      {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
       "metadata": {"name": "counter", "namespace": "argocd"},
       "spec": {"project": "default", "destination": {"name": "in-cluster"}},
       "status": {"sync": {"status": "Synced", "revision": "1"}}}
      """;

  private final KubernetesClient client;
  private final Thread thread = new Thread(this::count, "counter-writer");
  private volatile boolean counting = true;
  private volatile long value = 1;

  private CounterWriter(KubernetesClient client) {
    this.client = client;
  }

  /** Installs Argo CD's resources and begins to count. */
  static CounterWriter start(RealKubernetes server) {
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig("admin-token")))
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build();
    CounterWriter writer = new CounterWriter(client);
    writer.install();
    writer.thread.start();
    return writer;
  }

  private void install() {
    try (InputStream crds = CounterWriter.class.getResourceAsStream("/kubernetes/crds.yaml")) {
      client.load(crds).items().forEach(crd -> client.resource(crd).create());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName("argocd").endMetadata().build())
        .create();
    Await.until(Duration.ofSeconds(30), () -> "the kind to be served", this::tryCreate);
  }

  /** The server needs a moment to serve a kind it has just learnt. */
  private boolean tryCreate() {
    try {
      client.resource(Serialization.unmarshal(COUNTER, GenericKubernetesResource.class)).create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  private void count() {
    while (counting) {
      String merge = "{\"status\": {\"sync\": {\"revision\": \"" + (value + 1) + "\"}}}";
      client
          .genericKubernetesResources(APPLICATIONS)
          .inNamespace("argocd")
          .withName(NAME)
          .patch(PatchContext.of(PatchType.JSON_MERGE), merge);
      value++;
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  /** Ends counting; the last value. */
  long end() throws InterruptedException {
    counting = false;
    thread.join();
    return value;
  }

  @Override
  public void close() {
    counting = false;
    client.close();
  }
}
