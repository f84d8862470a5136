package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.kubernetes.Await;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from configuration to snapshot over the embedded API. */
class EmbeddedApiTest {

  private KubernetesMockServer server;
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedApiTest.class);

  /**
   * When a watch is closed while the mock server is sending, it may stand still for a minute
   * (WatchEventsListener.onClosed waits on the thread that sends).
   */
  private static final Duration MOCK_LIMIT = Duration.ofSeconds(90);

  private KubernetesClient client;
  private ConnectionFixture fixture;

  @BeforeEach
  void start() {
    HashMap<
            io.fabric8.mockwebserver.ServerRequest,
            java.util.Queue<io.fabric8.mockwebserver.ServerResponse>>
        responses = new HashMap<>();
    server =
        new KubernetesMockServer(
            new Context(),
            new MockWebServer(),
            responses,
            new KubernetesMixedDispatcher(responses),
            false);
    server.init();
    client = server.createClient();
    fixture = new ConnectionFixture().kubeconfig(kubeconfig());
  }

  @AfterEach
  void stop() {
    fixture.close();
    client.close();
    try {
      server.destroy();
    } catch (IllegalStateException e) {
      LOG.info("The mock server is still busy with a watch that was closed", e);
    }
  }

  private String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        clusters: [{name: t, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: t, context: {cluster: t, user: u}}]
        current-context: t
        """
        .formatted(server.getPort());
  }

  @Test
  void whatIsListedAndWhatChangesLaterShows() {
    put(WatchedKind.APPLICATIONS.context(), Resources.withHealth("one", "Healthy"));
    put(
        WatchedKind.APPLICATION_SETS.context(),
        Resources.parse("ApplicationSet", "set", "status: {health: {status: Degraded}}"));
    put(
        WatchedKind.APP_PROJECTS.context(),
        Resources.parse("AppProject", "default", "spec: {description: all}"));
    fixture.start();
    fixture.awaitLive();

    assertThat(fixture.application("one")).map(Application::health).contains(HealthStatus.HEALTHY);
    assertThat(fixture.store.current().applicationSets().values())
        .singleElement()
        .matches(set -> set.health() == HealthStatus.DEGRADED);
    assertThat(fixture.store.current().projects().values())
        .singleElement()
        .matches(project -> project.description().equals("all"));

    put(WatchedKind.APPLICATIONS.context(), Resources.withHealth("one", "Degraded"));
    fixture.awaitApplication(
        "one", app -> app.map(Application::health).equals(Optional.of(HealthStatus.DEGRADED)));

    client
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .withName("one")
        .delete();
    fixture.awaitApplication("one", Optional::isEmpty);
  }

  @Test
  void onlyTheNamedNamespacesAreWatched() {
    put(WatchedKind.APPLICATIONS.context(), Resources.withHealth("one", "Healthy"));
    fixture.kubeconfig(kubeconfig(), "elsewhere").start();
    fixture.awaitLive();

    assertThat(fixture.store.current().applications()).isEmpty();

    fixture.kubeconfig(kubeconfig(), "elsewhere", "argocd");
    fixture.awaitApplication("one", Optional::isPresent);
  }

  @Test
  void aDeletedConnectionIsForgotten() {
    fixture.start();
    fixture.awaitLive();
    fixture.with();

    Await.until(ConnectionFixture.LIMIT, () -> "still there", () -> fixture.state().isEmpty());
  }

  @Test
  void aServerThatNeverAnsweredIsUnreachableAndSaysHow() {
    server.destroy();
    fixture.start();
    fixture.awaitPhase(Phase.UNREACHABLE, Duration.ofSeconds(15));

    assertThat(fixture.state().orElseThrow().reason()).contains("refuses connections");
    assertThat(fixture.state().orElseThrow().asOf()).isEmpty();
  }

  @Test
  void aBadKubeconfigIsSaidAndMendedWithoutARestart() {
    fixture.kubeconfig("{").start();
    fixture.awaitPhase(Phase.MISCONFIGURED, Duration.ofSeconds(15));
    assertThat(fixture.state().orElseThrow().reason()).contains("not valid YAML");

    fixture.kubeconfig(kubeconfig());
    fixture.awaitLive();
  }

  @Test
  void onlyTheConnectionThatChangedRunsAnew() throws Exception {
    put(WatchedKind.APPLICATIONS.context(), Resources.withHealth("one", "Healthy"));
    fixture.start();
    fixture.awaitLive();
    List<String> before = watchers("default");
    ConnectionSettings first = fixture.configuration.current().connections().get(0);
    ConnectionSettings other =
        TestConfiguration.connection("other", Optional.empty(), first.signIn(), List.of());
    fixture.with(first, other);
    fixture.connections.begin("other");
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "other: " + fixture.state("other"),
        () -> fixture.state("other").map(ConnectionState::phase).equals(Optional.of(Phase.LIVE)));
    assertThat(watchers("default")).isEqualTo(before);

    fixture.with(first);
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "watchers: " + watchers("other"),
        () -> watchers("other").isEmpty());
    assertThat(fixture.state("other")).isEmpty();
    assertThat(watchers("default")).isEqualTo(before);
  }

  @Test
  void aPausedConnectionWatchesNothingAndKeepsWhatIsKnown() {
    put(WatchedKind.APPLICATIONS.context(), Resources.withHealth("one", "Healthy"));
    fixture.start();
    fixture.awaitLive();
    ConnectionSettings running = fixture.configuration.current().connections().get(0);
    fixture.with(
        new ConnectionSettings(
            running.id(),
            running.name(),
            running.server(),
            running.caCertificates(),
            false,
            running.proxy(),
            running.signIn(),
            running.impersonation(),
            running.namespaces(),
            running.argoCdUrl(),
            true));
    fixture.awaitPhase(Phase.PAUSED, ConnectionFixture.LIMIT);
    assertThat(watchers("default")).isEmpty();
    assertThat(fixture.application("one")).isPresent();

    fixture.with(running);
    fixture.awaitPhase(Phase.LIVE, MOCK_LIMIT);
  }

  @Test
  void uncheckedCertificatesNeedTheServersPermission() {
    fixture
        .kubeconfig(kubeconfig().replace("{server:", "{insecure-skip-tls-verify: true, server:"))
        .start();
    fixture.awaitPhase(Phase.MISCONFIGURED, Duration.ofSeconds(15));
    assertThat(fixture.state().orElseThrow().reason()).contains("allow.insecure-tls=true");
  }

  /** Names and numbers of the threads that watch for that connection. */
  private static List<String> watchers(String connection) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("app-of-apps-watch-" + connection))
        .map(thread -> thread.getName() + " " + thread.getId())
        .sorted()
        .toList();
  }

  @Test
  void stoppingLeavesNoThreadOfOurs() {
    fixture.start();
    fixture.awaitLive();
    fixture.close();

    Await.until(
        Duration.ofSeconds(10), () -> "threads: " + ourThreads(), () -> ourThreads().isEmpty());
  }

  private static java.util.List<String> ourThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("app-of-apps"))
        .toList();
  }

  private void put(ResourceDefinitionContext kind, GenericKubernetesResource resource) {
    var operation =
        client
            .genericKubernetesResources(kind)
            .inNamespace(resource.getMetadata().getNamespace())
            .resource(resource);
    if (operation.get() == null) {
      operation.create();
    } else {
      operation.update();
    }
  }
}
