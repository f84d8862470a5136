package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.kubernetes.Await;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Reading Argo CD's access policy from a real kube-apiserver. */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class RealPolicyTest {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir static Path serverFolder;

  private final StateStore store = new StateStore();
  private volatile Set<String> wanted = Set.of("argocd");

  private Collection<AccessPolicy> policies() {
    return store.current().accessPolicies().values();
  }

  private void await(String csv) {
    Await.until(
        LIMIT,
        () -> csv + " in " + policies(),
        () -> policies().stream().map(AccessPolicy::csv).toList().equals(List.of(csv)));
  }

  private void awaitUnknown() {
    Await.until(LIMIT, () -> "no policy in " + policies(), () -> policies().isEmpty());
  }

  @Test
  void thePolicyIsFollowedAndIsUnknownWhenItIsGoneOrNobodyNeedsIt() throws Exception {
    store.configure(List.of("default"));
    try (RealKubernetes server = RealKubernetes.start(serverFolder);
        KubernetesClient admin =
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig("admin-token")))
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build()) {
      admin
          .namespaces()
          .resource(
              new NamespaceBuilder().withNewMetadata().withName("argocd").endMetadata().build())
          .create();
      try (ConnectionFixture fixture =
          new ConnectionFixture().kubeconfig(server.kubeconfig("admin-token"))) {
        KubernetesApi api = open(fixture);
        Thread poll = new Thread(new PolicyPoll("default", api, store, () -> wanted));
        poll.start();
        try {
          put(admin, "g, ops, role:admin");
          await("g, ops, role:admin");
          put(admin, "g, ops, role:readonly");
          await("g, ops, role:readonly");
          admin.configMaps().inNamespace("argocd").withName(AccessPolicy.CONFIG_MAP).delete();
          awaitUnknown();
          put(admin, "g, back, role:readonly");
          await("g, back, role:readonly");
          wanted = Set.of();
          awaitUnknown();
        } finally {
          poll.interrupt();
          poll.join(10_000);
          api.close();
        }
        assertThat(poll.isAlive()).isFalse();
      }
    }
  }

  private static KubernetesApi open(ConnectionFixture fixture) throws UnusableConnectionException {
    var serialization = OwnThreads.withOwnLoader(ClientFactory::serialization);
    Access access =
        new AccessReader(fixture.configuration.secrets::find, fixture.rules, serialization)
            .read(fixture.configuration.current().connections().get(0));
    return KubernetesApi.open("default", access, serialization);
  }

  private static void put(KubernetesClient admin, String csv) {
    admin
        .configMaps()
        .inNamespace("argocd")
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(AccessPolicy.CONFIG_MAP)
                .endMetadata()
                .addToData("policy.csv", csv)
                .build())
        .createOr(existing -> existing.update());
  }
}
