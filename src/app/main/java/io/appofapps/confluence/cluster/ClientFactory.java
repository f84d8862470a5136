package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The one place where a Kubernetes client is built. */
final class ClientFactory {

  /**
   * Short enough that a server that has gone silent is noticed within 15 seconds together with the
   * pause between two probes.
   */
  static final int REQUEST_TIMEOUT_MS = 8_000;

  private static final int CONNECT_TIMEOUT_MS = 5_000;

  private ClientFactory() {}

  /**
   * A mapper that does not search the class path for model classes: the app reads custom resources
   * only, and loading a thousand classes costs a second and many megabytes.
   */
  static KubernetesSerialization serialization() {
    KubernetesSerialization serialization =
        new KubernetesSerialization(new com.fasterxml.jackson.databind.ObjectMapper(), false);
    serialization.registerKubernetesResource(Status.class);
    return serialization;
  }

  /** A client whose every task runs on the executor; building it makes no connection. */
  static KubernetesClient build(
      Kubeconfig kubeconfig, KubernetesSerialization serialization, Executor executor) {
    return new KubernetesClientBuilder()
        .withConfig(config(kubeconfig.cluster(), kubeconfig.user()))
        .withKubernetesSerialization(serialization)
        .withHttpClientFactory(new OwnExecutorFactory(executor))
        .withTaskExecutor(executor)
        .build();
  }

  private static Config config(Cluster cluster, AuthInfo user) {
    ConfigBuilder builder =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(cluster.getServer())
            .withTrustCerts(Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify()))
            .withDisableHostnameVerification(
                Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify()))
            .withCaCertData(cluster.getCertificateAuthorityData())
            .withClientCertData(user.getClientCertificateData())
            .withClientKeyData(user.getClientKeyData())
            .withOauthToken(user.getToken())
            .withUsername(user.getUsername())
            .withPassword(user.getPassword())
            .withConnectionTimeout(CONNECT_TIMEOUT_MS)
            .withRequestTimeout(REQUEST_TIMEOUT_MS)
            .withRequestRetryBackoffLimit(0)
            .withWatchReconnectLimit(0);
    if (cluster.getProxyUrl() != null) {
      builder.withHttpProxy(cluster.getProxyUrl()).withHttpsProxy(cluster.getProxyUrl());
    }
    if (user.getAs() != null) {
      builder
          .withImpersonateUsername(user.getAs())
          .withImpersonateGroups(
              Objects.requireNonNullElse(user.getAsGroups(), List.<String>of())
                  .toArray(String[]::new));
    }
    return builder.build();
  }

  /** The JDK's HTTP client on our threads; whoever made the executor ends it. */
  private static final class OwnExecutorFactory extends JdkHttpClientFactory {

    private final Executor executor;

    OwnExecutorFactory(Executor executor) {
      this.executor = executor;
    }

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
      return HttpClient.newBuilder().executor(executor);
    }
  }
}
