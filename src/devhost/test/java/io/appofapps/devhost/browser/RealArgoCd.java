package io.appofapps.devhost.browser;

import io.appofapps.kubernetes.FleetApplication;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A real API server with Argo CD's kinds, some Applications, and accounts with tokens. */
final class RealArgoCd implements AutoCloseable {
  static final int APPLICATIONS = 12;
  private static final String NAMESPACE = FleetApplication.NAMESPACE;
  private static final Duration SERVED = Duration.ofSeconds(20);
  private final RealKubernetes server;
  private final KubernetesClient admin;

  private RealArgoCd(RealKubernetes server) {
    this.server = server;
    this.admin =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig("admin-token")))
            .build();
  }

  static RealArgoCd start(Path folder) {
    RealArgoCd cluster = new RealArgoCd(RealKubernetes.start(folder));
    try {
      cluster
          .admin
          .namespaces()
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
          .create();
      cluster.create(crds());
      FleetApplication.fleet(APPLICATIONS)
          .forEach(each -> Await.until(each.name(), SERVED, () -> cluster.tryCreate(each.json())));
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  String address() {
    return server.address();
  }

  /** PEM of the authority that signed the server's certificate. */
  String ca() {
    return server.ca();
  }

  /** What {@code kubectl create -f} does, as the cluster's administrator. */
  void create(String yaml) {
    admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).create();
  }

  /** An account that nobody has granted anything. */
  void createAccount(String name) {
    admin
        .serviceAccounts()
        .inNamespace(NAMESPACE)
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .build())
        .create();
  }

  /** A token of that account for thirty days. */
  String token(String account) {
    return token(account, Duration.ofDays(30));
  }

  /** What {@code kubectl create token} does. */
  String token(String account, Duration life) {
    return admin
        .serviceAccounts()
        .inNamespace(NAMESPACE)
        .withName(account)
        .tokenRequest(
            new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(life.toSeconds())
                .endSpec()
                .build())
        .getStatus()
        .getToken();
  }

  @Override
  public void close() {
    admin.close();
    server.close();
  }

  /** The server needs a moment to serve a kind it has just learnt. */
  private boolean tryCreate(String json) {
    try {
      create(json);
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  private static String crds() {
    try (InputStream yaml = RealArgoCd.class.getResourceAsStream("/kubernetes/crds.yaml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
