package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.kubernetes.Await;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The watchers against a real kube-apiserver. */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealApiTest {

  private static final ResourceDefinitionContext CRDS =
      new ResourceDefinitionContext.Builder()
          .withGroup("apiextensions.k8s.io")
          .withVersion("v1")
          .withKind("CustomResourceDefinition")
          .withPlural("customresourcedefinitions")
          .withNamespaced(false)
          .build();

  private static final Duration NOTICED = Duration.ofSeconds(25);

  @TempDir static Path serverFolder;

  private static RealKubernetes server;
  private static KubernetesClient admin;

  private ConnectionFixture fixture;

  @BeforeAll
  static void startServer() {
    server = RealKubernetes.start(serverFolder);
    admin =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig("admin-token")))
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build();
    admin
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName("argocd").endMetadata().build())
        .create();
  }

  @AfterAll
  static void stopServer() {
    if (admin != null) {
      admin.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void settings() {
    fixture = new ConnectionFixture().kubeconfig(server.kubeconfig("admin-token"));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  @Order(1)
  void aClusterWithoutArgoCdIsMisconfiguredAndLiveOnceItIsInstalled() throws Exception {
    fixture.start();
    fixture.awaitPhase(Phase.MISCONFIGURED, NOTICED);
    assertThat(state().reason()).contains("applications.argoproj.io", "Argo CD installed");

    install("applications", "appprojects");
    fixture.awaitLive();
    assertThat(state().reason())
        .as("without the optional kind the connection is live and says so")
        .contains("applicationsets.argoproj.io");

    install("applicationsets");
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "reason: " + state().reason(),
        () -> state().reason().isEmpty());
  }

  @Test
  @Order(2)
  void whatIsListedChangedAndDeletedShowsWithinFiveSeconds() {
    create(Resources.withHealth("one", "Healthy"));
    fixture.start();
    fixture.awaitLive();
    assertThat(fixture.application("one")).map(Application::health).contains(HealthStatus.HEALTHY);

    Instant before = Instant.now();
    update(Resources.withHealth("one", "Degraded"));
    fixture.awaitApplication(
        "one", app -> app.map(Application::health).equals(Optional.of(HealthStatus.DEGRADED)));
    create(Resources.withHealth("two", "Healthy"));
    fixture.awaitApplication("two", Optional::isPresent);
    delete("two");
    fixture.awaitApplication("two", Optional::isEmpty);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    delete("one");
  }

  @Test
  @Order(3)
  void asOfMovesOnWhileNothingChanges() {
    fixture.start();
    fixture.awaitLive();
    Instant first = state().asOf().orElseThrow();
    long revision = fixture.store.current().revision();

    Await.until(
        NOTICED,
        () -> "as of " + state().asOf(),
        () -> state().asOf().orElseThrow().isAfter(first));
    assertThat(fixture.store.current().revision()).isEqualTo(revision);
  }

  @Test
  @Order(4)
  void moreThanOnePageIsListedWhole() {
    for (int i = 0; i < 600; i++) {
      create(Resources.withHealth("page-" + i, "Healthy"));
    }
    fixture.start();
    fixture.awaitLive();

    assertThat(fixture.store.current().applications()).hasSize(600);
    admin
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .delete();
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "applications: " + fixture.store.current().applications().size(),
        () -> fixture.store.current().applications().isEmpty());
  }

  @Test
  @Order(5)
  void malformedApplicationsShowWithTheirProblemsAndHideNoOther() {
    create(Resources.application("no-status", "spec: {project: p}"));
    create(
        Resources.application(
            "wrong-types", "spec: [1]\nstatus: {resources: 7, health: {status: Superb}}"));
    create(Resources.withHealth("good", "Healthy"));
    fixture.start();
    fixture.awaitLive();

    assertThat(fixture.application("no-status"))
        .map(Application::problems)
        .hasValueSatisfying(p -> assertThat(p).isEmpty());
    assertThat(fixture.application("wrong-types").orElseThrow().problems())
        .anyMatch(p -> p.contains("spec"))
        .anyMatch(p -> p.contains("status.resources"))
        .anyMatch(p -> p.contains("Superb"));
    assertThat(fixture.application("good")).isPresent();
    delete("no-status");
    delete("wrong-types");
    delete("good");
  }

  @Test
  @Order(6)
  void withoutRightsTheConnectionIsDeniedAndNamesVerbAndResource() {
    fixture.kubeconfig(server.kubeconfig("reader-token")).start();
    fixture.awaitPhase(Phase.DENIED, NOTICED);

    assertThat(state().reason()).contains("403", "list applications.argoproj.io", "all namespaces");
  }

  @Test
  @Order(7)
  void aWrongTokenIsDenied() {
    fixture.kubeconfig(server.kubeconfig("no-such-token")).start();
    fixture.awaitPhase(Phase.DENIED, NOTICED);

    assertThat(state().reason()).contains("401").doesNotContain("no-such-token");
  }

  @Test
  @Order(8)
  void aFrozenServerIsNoticedAlthoughItsConnectionsStayOpen() {
    fixture.start();
    fixture.awaitLive();
    server.freezeApi();
    try {
      fixture.awaitPhase(Phase.STALE, NOTICED);
      assertThat(state().reason()).contains("in time");
    } finally {
      server.thawApi();
    }
    fixture.awaitLive();
  }

  @Test
  @Order(9)
  void aStoppedServerLeavesTheDataWithItsAgeAndComesBack() {
    create(Resources.withHealth("kept", "Healthy"));
    fixture.start();
    fixture.awaitLive();
    server.stopApi();
    try {
      fixture.awaitPhase(Phase.STALE, NOTICED);
      assertThat(fixture.application("kept")).isPresent();
      assertThat(state().asOf()).isPresent();
      Instant asOf = state().asOf().orElseThrow();
      assertThat(asOf).isBefore(Instant.now());
    } finally {
      server.startApi();
    }
    fixture.awaitLive();
    update(Resources.withHealth("kept", "Progressing"));
    fixture.awaitApplication(
        "kept", app -> app.map(Application::health).equals(Optional.of(HealthStatus.PROGRESSING)));
  }

  private ConnectionState state() {
    return fixture.state().orElseThrow();
  }

  private static void install(String... plurals) throws Exception {
    try (InputStream yaml = RealApiTest.class.getResourceAsStream("/kubernetes/crds.yaml")) {
      for (String text : new String(yaml.readAllBytes(), StandardCharsets.UTF_8).split("---\n")) {
        GenericKubernetesResource crd =
            Serialization.unmarshal(text, GenericKubernetesResource.class);
        for (String plural : plurals) {
          if (crd.getMetadata().getName().startsWith(plural + ".")) {
            admin.genericKubernetesResources(CRDS).resource(crd).create();
          }
        }
      }
    }
  }

  private static void create(GenericKubernetesResource resource) {
    Await.until(ConnectionFixture.LIMIT, () -> "created", () -> tryCreate(resource));
  }

  /** The server needs a moment to serve a kind it has just learnt. */
  private static boolean tryCreate(GenericKubernetesResource resource) {
    try {
      admin
          .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
          .inNamespace("argocd")
          .resource(resource)
          .create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  private static void update(GenericKubernetesResource resource) {
    admin
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .withName(resource.getMetadata().getName())
        .edit(
            existing -> {
              existing.setAdditionalProperties(resource.getAdditionalProperties());
              return existing;
            });
  }

  private static void delete(String name) {
    admin
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .withName(name)
        .delete();
  }
}
