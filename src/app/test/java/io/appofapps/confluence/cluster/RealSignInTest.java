package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.ConnectionSettings.Impersonation;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.kubernetes.Await;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in and connection test against a real kube-apiserver (fault rows 6 and 13). */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealSignInTest {

  private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";

  private static final String APPLICATIONS =
      "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications";

  @TempDir static Path serverFolder;
  @TempDir Path folder;

  private static RealKubernetes server;
  private static KubernetesClient admin;

  private final TestRules rules = new TestRules();
  private final TestConfiguration configuration = new TestConfiguration();

  @BeforeAll
  static void startServer() {
    server = RealKubernetes.start(serverFolder);
    admin =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig("admin-token")))
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build();
    create("/api/v1/namespaces", "{'metadata': {'name': 'argocd'}}");
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

  @Test
  @Order(1)
  void row13_aClusterWithoutArgoCdIsTold() {
    ConnectionTestResult result = test("admin-token");

    assertThat(result.layer()).isEqualTo(Layer.ARGOCD);
    assertThat(result.message()).contains("Argo CD is not installed");
  }

  @Test
  @Order(2)
  void row13_aVersionThatIsNotReadIsTold() throws Exception {
    String crd = crd("applications").replace("v1alpha1", "v1beta7");
    create(CRDS, crd);
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "result: " + test("admin-token"),
        () -> test("admin-token").message().contains("v1beta7"));
    assertThat(test("admin-token").layer()).isEqualTo(Layer.ARGOCD);

    admin.raw(CRDS + "/applications.argoproj.io", "DELETE", null);
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "still there",
        () -> isAbsent(CRDS + "/applications.argoproj.io"));
    for (String plural : List.of("applications", "applicationsets", "appprojects")) {
      create(CRDS, crd(plural));
    }
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "result: " + test("admin-token"),
        () -> test("admin-token").ok());
  }

  @Test
  @Order(3)
  void allBeingWellTheServersVersionAndTheObjectsAreTold() {
    ConnectionTestResult result = test("admin-token");

    assertThat(result.layer()).isEqualTo(Layer.OK);
    assertThat(result.message()).contains("Kubernetes v1.", "0 Applications", "0 AppProjects");
    assertThat(result.remedy()).contains("no Application");
  }

  @Test
  @Order(3)
  void aWrongTokenIsOfTheAuthenticationLayer() {
    ConnectionTestResult result = test("no-such-token");

    assertThat(result.layer()).isEqualTo(Layer.AUTHENTICATION);
    assertThat(result.message()).contains("token (401)").doesNotContain("no-such-token");
    assertThat(result.remedy()).contains("kubectl");
  }

  @Test
  @Order(3)
  void aMissingRightIsNamedWithVerbResourceAndNamespace() {
    ConnectionTestResult everywhere = test("reader-token");
    assertThat(everywhere.layer()).isEqualTo(Layer.AUTHORIZATION);
    assertThat(everywhere.message()).contains("list applications.argoproj.io in all namespaces");

    ConnectionTestResult there = test(settings(token("reader-token"), List.of("argocd")));
    assertThat(there.message()).contains("list applications.argoproj.io in namespace argocd");
    assertThat(there.remedy()).contains("kubectl auth can-i list", "-n argocd");
  }

  @Test
  @Order(3)
  void aForbiddenImpersonationIsNamed() {
    ConnectionSettings plain = settings(token("reader-token"), List.of());
    ConnectionTestResult result =
        test(
            new ConnectionSettings(
                plain.id(),
                plain.name(),
                plain.server(),
                plain.caCertificates(),
                false,
                Optional.empty(),
                plain.signIn(),
                Optional.of(new Impersonation("somebody", List.of())),
                List.of(),
                Optional.empty(),
                false));

    assertThat(result.layer()).isEqualTo(Layer.AUTHORIZATION);
    assertThat(result.message()).contains("impersonate the user somebody");
  }

  @Test
  @Order(3)
  void aTokenFileSignsInOnlyWhereFilesAreAllowed() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "admin-token\n");
    ConnectionSettings settings = settings(new SignIn.TokenFile(file.toString()), List.of());

    assertThat(test(settings).layer()).isEqualTo(Layer.CONFIGURATION);
    assertThat(test(settings).message()).contains("allow.files=true");
    rules.files = true;
    assertThat(test(settings).layer()).isEqualTo(Layer.OK);
  }

  @Test
  @Order(4)
  void row07_tokensAreRotatedUnderLoadWithoutAGap() throws Exception {
    List<String> tokens = List.of(serviceAccount("load-a"), serviceAccount("load-b"));
    AtomicBoolean goesOn = new AtomicBoolean(true);
    AtomicInteger written = new AtomicInteger();
    create(APPLICATIONS, application("counter"));
    Thread writer = new Thread(() -> countUp(goesOn, written));
    try (ConnectionFixture fixture = new ConnectionFixture()) {
      fixture.configuration.secret("default.token", tokens.get(0));
      fixture
          .with(
              settings(
                  new SignIn.Token(TestConfiguration.reference("default.token"), Optional.empty()),
                  List.of("argocd")))
          .start();
      fixture.awaitLive();
      writer.start();
      Set<Phase> phases = ConcurrentHashMap.newKeySet();
      for (int rotation = 1; rotation <= 6; rotation++) {
        fixture.configuration.secret("default.token", tokens.get(rotation % 2));
        int atLeast = written.get() + 5;
        Await.until(
            ConnectionFixture.LIMIT,
            () -> "value " + atLeast + " after a rotation, not " + value(fixture),
            () -> {
              phases.add(fixture.state().orElseThrow().phase());
              return value(fixture) >= atLeast;
            });
      }
      goesOn.set(false);
      writer.join();
      Await.until(
          ConnectionFixture.LIMIT, () -> "the last value", () -> value(fixture) == written.get());
      assertThat(phases).containsExactly(Phase.LIVE);
    } finally {
      goesOn.set(false);
      writer.join();
      admin.raw(APPLICATIONS + "/counter", "DELETE", null);
    }
  }

  private static int value(ConnectionFixture fixture) {
    return fixture
        .application("counter")
        .map(app -> app.annotations().getOrDefault("count", "0"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static void countUp(AtomicBoolean goesOn, AtomicInteger written) {
    while (goesOn.get()) {
      int next = written.get() + 1;
      admin
          .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
          .inNamespace("argocd")
          .withName("counter")
          .edit(
              app -> {
                app.getMetadata().setAnnotations(Map.of("count", "" + next));
                return app;
              });
      written.set(next);
    }
  }

  @Test
  @Order(4)
  void row06_aTokenThatDiesUnderTheWatchIsReplacedByTheOtherWithoutAGap() {
    String first = serviceAccount("first");
    String second = serviceAccount("second");
    try (ConnectionFixture fixture = new ConnectionFixture()) {
      fixture.configuration.secret("default.token", first);
      fixture.configuration.secret("default.second-token", second);
      Set<Phase> seen = ConcurrentHashMap.newKeySet();
      fixture
          .with(
              settings(
                  new SignIn.Token(
                      TestConfiguration.reference("default.token"),
                      Optional.of(TestConfiguration.reference("default.second-token"))),
                  List.of("argocd")))
          .start();
      fixture.awaitLive();
      admin.raw("/api/v1/namespaces/argocd/serviceaccounts/first", "DELETE", null);

      Await.until(
          Duration.ofSeconds(60),
          () -> "notices: " + fixture.connections.tokenNotices("default"),
          () -> {
            seen.add(fixture.state().orElseThrow().phase());
            return !fixture.connections.tokenNotices("default").isEmpty();
          });
      create(APPLICATIONS, application("after"));
      fixture.awaitApplication("after", Optional::isPresent);
      seen.add(fixture.state().orElseThrow().phase());
      assertThat(seen).containsExactly(Phase.LIVE);
      assertThat(fixture.connections.tokenNotices("default"))
          .singleElement()
          .asString()
          .contains("refused the first token", "second one is in use");
    }
  }

  @Test
  @Order(5)
  void theManifestGivesWhatTheAppReadsAndNoMore() {
    String cluster = apply(Manifest.yaml(settings(token("x"), List.of()), true));
    assertThat(test(cluster).layer()).isEqualTo(Layer.OK);
    assertThat(test(cluster).remedy()).doesNotContain("may not");
    assertForbidden(cluster, "/api/v1/secrets");
    assertForbidden(cluster, "/api/v1/namespaces/argocd/secrets/app-of-apps-token");
    assertForbidden(cluster, "/api/v1/namespaces/argocd/configmaps/other");
    assertThat(read(cluster, "/api/v1/namespaces/argocd/configmaps/argocd-rbac-cm"))
        .as("allowed, and there is none")
        .isEqualTo(404);
  }

  @Test
  @Order(6)
  void theManifestForNamespacesReachesNoOther() {
    create("/api/v1/namespaces", "{'metadata': {'name': 'team-a'}}");
    String token = apply(Manifest.yaml(settings(token("x"), List.of("team-a")), false));
    assertThat(test(settings(token(token), List.of("team-a"))).layer()).isEqualTo(Layer.OK);
    assertThat(test(settings(token(token), List.of("team-a", "argocd"))).message())
        .contains("list applications.argoproj.io in namespace argocd");
    assertForbidden(token, "/api/v1/namespaces/team-a/configmaps/argocd-rbac-cm");
    assertForbidden(token, "/api/v1/namespaces/team-a/secrets");
  }

  @Test
  @Order(7)
  void theManifestForImpersonationLetsReadAsThatUserOnly() {
    ConnectionSettings plain = settings(token("x"), List.of("argocd"));
    ConnectionSettings settings =
        new ConnectionSettings(
            plain.id(),
            plain.name(),
            plain.server(),
            plain.caCertificates(),
            false,
            Optional.empty(),
            plain.signIn(),
            Optional.of(new Impersonation("viewer: \"quoted\"", List.of("team"))),
            List.of("argocd"),
            Optional.empty(),
            false);
    admin.raw(RBAC + "clusterrolebindings/app-of-apps", "DELETE", null);
    String token = apply(Manifest.yaml(settings, false));
    configuration.secret("default.token", token);

    assertThat(test(settings).layer()).isEqualTo(Layer.OK);
    assertForbidden(token, "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications");
  }

  /** Applies the documents; what is there already stays. A token of the account. */
  private static String apply(String yaml) {
    String namespace = "";
    for (String text : yaml.split("---\n")) {
      var document = ClientFactory.serialization().unmarshal(text, JsonNode.class);
      String kind = document.path("kind").asText();
      String place = document.path("metadata").path("namespace").asText();
      if (kind.equals("ServiceAccount")) {
        namespace = place;
      }
      String path =
          (kind.contains("Role") ? RBAC : "/api/v1/")
              + (place.isEmpty() ? "" : "namespaces/" + place + "/")
              + kind.toLowerCase(java.util.Locale.ROOT)
              + "s";
      try {
        create(path, document.toString());
      } catch (KubernetesClientException e) {
        assertThat(e.getCode()).as(kind + ": " + e.getMessage()).isEqualTo(409);
      }
    }
    String answer =
        create(
            "/api/v1/namespaces/" + namespace + "/serviceaccounts/app-of-apps/token",
            "{'apiVersion': 'authentication.k8s.io/v1', 'kind': 'TokenRequest', 'spec': {}}");
    return ApiTest.read(answer).path("status").path("token").asText();
  }

  private static void assertForbidden(String token, String path) {
    assertThat(read(token, path)).as(path).isEqualTo(403);
  }

  private static int read(String token, String path) {
    try (KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig(token)))
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build()) {
      return client.raw(path) == null ? 404 : 200;
    } catch (KubernetesClientException e) {
      return e.getCode();
    }
  }

  private ConnectionTestResult test(String token) {
    return test(settings(token(token), List.of()));
  }

  private SignIn token(String token) {
    configuration.secret("default.token", token);
    return new SignIn.Token(TestConfiguration.reference("default.token"), Optional.empty());
  }

  private ConnectionTestResult test(ConnectionSettings settings) {
    return new ConnectionTest(rules).test(settings, configuration.secrets::find);
  }

  private static ConnectionSettings settings(SignIn signIn, List<String> namespaces) {
    return new ConnectionSettings(
        "default",
        "Test",
        Optional.of(URI.create(server.address())),
        Optional.of(server.ca()),
        false,
        Optional.empty(),
        signIn,
        Optional.empty(),
        namespaces,
        Optional.empty(),
        false);
  }

  private static String application(String name) {
    return "{'apiVersion': 'argoproj.io/v1alpha1', 'kind': 'Application', 'metadata': {'name': '"
        + name
        + "', 'namespace': 'argocd'}, 'spec': {'project': 'default', 'destination': {},"
        + " 'source': {'repoURL': 'https://example.com'}}}";
  }

  /** A service account that may read what the app reads, and a token of it. */
  private static String serviceAccount(String name) {
    create(
        "/api/v1/namespaces/argocd/serviceaccounts",
        "{'metadata': {'name': '%s'}}".formatted(name));
    create(
        RBAC + "namespaces/argocd/roles",
        """
        {'metadata': {'name': '%s'}, 'rules': [{'apiGroups': ['argoproj.io'], 'verbs': ['list', 'watch'],
         'resources': ['applications', 'applicationsets', 'appprojects']}]}"""
            .formatted(name));
    create(
        RBAC + "namespaces/argocd/rolebindings",
        """
        {'metadata': {'name': '%1$s'},
         'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'Role', 'name': '%1$s'},
         'subjects': [{'kind': 'ServiceAccount', 'namespace': 'argocd', 'name': '%1$s'}]}"""
            .formatted(name));
    String answer =
        create(
            "/api/v1/namespaces/argocd/serviceaccounts/" + name + "/token",
            "{'apiVersion': 'authentication.k8s.io/v1', 'kind': 'TokenRequest', 'spec': {}}");
    return ApiTest.read(answer).path("status").path("token").asText();
  }

  private static boolean isAbsent(String path) {
    try {
      return admin.raw(path) == null;
    } catch (KubernetesClientException e) {
      return e.getCode() == 404;
    }
  }

  private static String crd(String plural) throws Exception {
    try (InputStream yaml = RealSignInTest.class.getResourceAsStream("/kubernetes/crds.yaml")) {
      for (String text : new String(yaml.readAllBytes(), StandardCharsets.UTF_8).split("---\n")) {
        if (text.contains("name: " + plural + ".argoproj.io")) {
          return ClientFactory.serialization()
              .asJson(ClientFactory.serialization().unmarshal(text, java.util.Map.class));
        }
      }
    }
    throw new IllegalStateException(plural);
  }

  private static String create(String path, String json) {
    return admin.raw(path, "POST", json.startsWith("{'") ? json.replace('\'', '"') : json);
  }
}
