package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

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

  /**
   * A client whose every task runs on the executor; building it makes no connection.
   *
   * @param retryAfter learns for how long the server asks to be left alone
   * @throws UnusableConnectionException when certificates or key cannot be used
   */
  static KubernetesClient build(
      Access access,
      KubernetesSerialization serialization,
      Executor executor,
      RetryAfter retryAfter)
      throws UnusableConnectionException {
    try {
      KeyManager[] keys = Trust.keyManagers(access.identity());
      TrustManager[] trust = Trust.trustManagers(access);
      KubernetesClientBuilder builder =
          new KubernetesClientBuilder()
              .withConfig(config(access))
              .withKubernetesSerialization(serialization)
              .withHttpClientFactory(new OwnExecutorFactory(executor))
              .withHttpClientBuilderConsumer(
                  http ->
                      http.sslContext(keys, trust)
                          .addOrReplaceInterceptor(
                              TokenRefreshInterceptor.NAME, new SignInInterceptor(access))
                          .addOrReplaceInterceptor(RetryAfter.NAME, retryAfter))
              .withTaskExecutor(executor);
      return OwnThreads.withOwnLoader(builder::build);
    } catch (GeneralSecurityException | RuntimeException e) {
      // the cause may quote a key or certificate
      throw new UnusableConnectionException(
          "The connection's certificates, key or proxy cannot be used: check that each is complete"
              + " and that the proxy is an address such as http://proxy.example.com:3128.");
    }
  }

  private static Config config(Access access) {
    ConfigBuilder builder =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(access.server().toString())
            .withConnectionTimeout(CONNECT_TIMEOUT_MS)
            .withRequestTimeout(REQUEST_TIMEOUT_MS)
            .withRequestRetryBackoffLimit(0)
            .withWatchReconnectLimit(0);
    access
        .proxy()
        .ifPresent(
            proxy -> builder.withHttpProxy(proxy.toString()).withHttpsProxy(proxy.toString()));
    access
        .impersonation()
        .ifPresent(
            other ->
                builder
                    .withImpersonateUsername(other.user())
                    .withImpersonateGroups(other.groups().toArray(String[]::new)));
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

    /** Comes after fabric8's own choice: a redirect would carry the token to another host. */
    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
      builder.followRedirects(HttpClient.Redirect.NEVER);
    }
  }
}
