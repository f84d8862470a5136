package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedClusterTest {
  private final EmbeddedCluster cluster = EmbeddedCluster.start();
  private KubernetesClient client;
  @TempDir private Path folder;

  @BeforeEach
  void connectByKubeconfig() throws Exception {
    DemoData.objects(Instant.parse("2026-11-23T08:00:00Z")).forEach(cluster::apply);
    Path kubeconfig = folder.resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(Files.readString(kubeconfig)))
            .withRequestRetryBackoffLimit(0)
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterEach
  void close() {
    client.close();
    cluster.close();
  }

  @Test
  void listsEveryKindOverAllNamespaces() {
    assertThat(list().getItems()).hasSizeGreaterThan(60);
    for (var context : ArgoResources.ALL) {
      assertThat(client.genericKubernetesResources(context).inAnyNamespace().list().getItems())
          .as(context.getKind())
          .isNotEmpty();
    }
  }

  @Test
  void keepsStatusOnUpdateBecauseApplicationsHaveNoStatusSubresource() {
    cluster.edit("argocd", "checkout-dev", app -> healthOf(app, "Degraded"));

    assertThat(health("checkout-dev")).isEqualTo("Degraded");
  }

  @Test
  void keepsTheStatusThatTheDemoGivesAnApplicationSet() {
    GenericKubernetesResource set =
        client
            .genericKubernetesResources(ArgoResources.APPLICATION_SET)
            .inNamespace("argocd")
            .withName("cluster-addons")
            .get();
    assertThat(set.<String>get("status", "health", "status")).isEqualTo("Healthy");
  }

  @Test
  void tellsWatchersOfAChange() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Watcher<GenericKubernetesResource> watcher =
        new Watcher<>() {
          @Override
          public void eventReceived(Action action, GenericKubernetesResource resource) {
            if (action == Action.MODIFIED) {
              seen.add(resource.getMetadata().getName());
            }
          }

          @Override
          public void onClose(WatcherException cause) {}
        };
    try (Watch watch =
        client
            .genericKubernetesResources(ArgoResources.APPLICATION)
            .inAnyNamespace()
            .watch(watcher)) {
      cluster.edit("argocd", "cart-dev", app -> healthOf(app, "Progressing"));

      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("cart-dev");
    }
  }

  @Test
  void keepsItsObjectsAndItsPortOverAStop() {
    String url = cluster.url();
    cluster.stop();
    Assertions.assertThatThrownBy(this::list).isInstanceOf(KubernetesClientException.class);

    cluster.restart();

    assertThat(cluster.url()).isEqualTo(url);
    assertThat(list().getItems()).hasSizeGreaterThan(60);
    cluster.edit("argocd", "checkout-dev", app -> healthOf(app, "Suspended"));
    assertThat(health("checkout-dev")).isEqualTo("Suspended");
  }

  @Test
  void countsRequests() {
    long before = cluster.requests();
    list();
    assertThat(cluster.requests()).isEqualTo(before + 1);
  }

  private GenericKubernetesResourceList list() {
    return client.genericKubernetesResources(ArgoResources.APPLICATION).inAnyNamespace().list();
  }

  private String health(String name) {
    return cluster.application("argocd", name).orElseThrow().get("status", "health", "status");
  }

  private static GenericKubernetesResource healthOf(GenericKubernetesResource app, String health) {
    Map<String, Object> status = app.get("status");
    status.put("health", Map.of("status", health));
    return app;
  }

  @Test
  void answersForNamespacesAlone() {
    List<GenericKubernetesResource> items =
        client
            .genericKubernetesResources(ArgoResources.APPLICATION)
            .inNamespace("team-data")
            .list()
            .getItems();
    assertThat(items).extracting(item -> item.getMetadata().getName()).contains("warehouse");
  }
}
