package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.cluster.ConnectionTest;
import io.appofapps.confluence.cluster.KubeconfigContexts;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.view.Scene;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsResourceTest {

  private static final String TOKEN = "a-token-that-nobody-may-see";

  private final Caller caller = Caller.administrator();
  private final TestConfiguration configuration = new TestConfiguration();
  private final Scene scene = Scene.of(app("root").lists("a"), app("a").trackedBy("root"));
  private final ConnectionsResource resource =
      new ConnectionsResource(
          caller.guard(),
          configuration,
          new ConsequencesAnswer(scene.store, scene.texts),
          new ConnectionTrials(
              new ConnectionTest(caller.rules),
              new KubeconfigContexts(caller.rules),
              configuration.secrets));

  @BeforeEach
  void configure() {
    configuration.secret("default.token", TOKEN);
    configuration.set(
        TestConfiguration.connection(
            "default",
            Optional.of(URI.create("https://127.0.0.1:1")),
            new SignIn.Token(TestConfiguration.reference("default.token"), Optional.empty()),
            List.of("argocd")));
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(Response response) throws IOException {
    return new ObjectMapper().readTree((String) response.getEntity());
  }

  @Test
  void testsAStoredConnectionAndNamesTheLayerThatFails() throws IOException {
    JsonNode result = json(resource.test(caller.request(), "default"));
    assertThat(result.get("ok").asBoolean()).isFalse();
    assertThat(result.get("layer").asText()).isEqualTo("tcp");
    assertThat(result.get("message").asText()).isNotEmpty();
    assertThat(result.get("remedy").asText()).isNotEmpty();
    assertThat(result.toString()).doesNotContain(TOKEN);
  }

  @Test
  void whatDoesNotExistIsNotFound() throws IOException {
    for (Response answer :
        List.of(
            resource.test(caller.request(), "gone"),
            resource.consequences(caller.request(), "gone"),
            resource.manifest(caller.request(), "gone"))) {
      assertThat(answer.getStatus()).isEqualTo(404);
      assertThat(json(answer).get("message").asText()).contains("gone");
    }
  }

  @Test
  void namesWhatADeletionTakesAway() throws IOException {
    JsonNode answer = json(resource.consequences(caller.request(), "default"));
    assertThat(answer.get("applications").asInt()).isEqualTo(2);
    assertThat(answer.get("rows").asInt()).isEqualTo(2);
    assertThat(answer.get("discoveredSets").toString()).isEqualTo("[\"root\"]");
    assertThat(answer.get("secrets").toString()).isEqualTo("[\"default.token\"]");
    assertThat(answer.get("consequences").toString())
        .contains("2 Applications are shown no more", "root", "default.token")
        .doesNotContain(TOKEN);
  }

  @Test
  void theManifestGrantsWhatTheConnectionReads() {
    Response answer = resource.manifest(caller.request(), "default");
    assertThat(answer.getMediaType().toString()).startsWith("application/yaml");
    assertThat(answer.getEntity().toString())
        .contains("kind: ServiceAccount", "kind: Role\n", "namespace: argocd")
        .doesNotContain("kind: ClusterRole\n");
    assertThat(
            new ManifestResource(caller.guard()).manifest(caller.request()).getEntity().toString())
        .contains("kind: ClusterRole\n");
  }

  @Test
  void offersTheContextsOfAKubeconfigAndRepeatsNoSecret() throws IOException {
    String kubeconfig =
        """
        current-context: a
        clusters: [{name: c, cluster: {server: 'https://api.example.com'}}]
        users:
        - {name: u, user: {token: %s}}
        - {name: p, user: {exec: {command: get-token, apiVersion: client.authentication.k8s.io/v1}}}
        contexts:
        - {name: a, context: {cluster: c, user: u, namespace: argocd}}
        - {name: b, context: {cluster: c, user: p}}
        """
            .formatted(TOKEN);
    JsonNode answer = json(contexts(new ObjectMapper().valueToTree(kubeconfig)));
    assertThat(answer.get("current").asText()).isEqualTo("a");
    assertThat(answer.get("problem").asText()).isEmpty();
    assertThat(answer.get("contexts").get(0).toString())
        .isEqualTo(
            "{\"name\":\"a\",\"cluster\":\"c\",\"user\":\"u\",\"namespace\":\"argocd\","
                + "\"usable\":true,\"problem\":\"\"}");
    assertThat(answer.get("contexts").get(1).get("usable").asBoolean()).isFalse();
    assertThat(answer.get("contexts").get(1).get("problem").asText()).contains("allow.exec");
    assertThat(answer.toString()).doesNotContain(TOKEN);
    JsonNode broken = json(contexts(new ObjectMapper().valueToTree("a: [" + TOKEN)));
    assertThat(broken.get("contexts")).isEmpty();
    assertThat(broken.get("current").isNull()).isTrue();
    assertThat(broken.get("problem").asText()).isNotEmpty().doesNotContain(TOKEN);
  }

  private Response contexts(JsonNode kubeconfig) {
    return resource.contexts(caller.request(), body("{\"kubeconfig\":" + kubeconfig + "}"));
  }

  @Test
  void bodiesThatAreNoJsonOrTooLongAreRefusedWithoutRepeatingThem() throws IOException {
    Response broken = resource.contexts(caller.request(), body("{\"kubeconfig\": \"" + TOKEN));
    assertThat(broken.getStatus()).isEqualTo(400);
    assertThat(broken.getEntity().toString()).contains("line 1").doesNotContain(TOKEN);
    assertThat(resource.contexts(caller.request(), body("[]")).getStatus()).isEqualTo(400);
    assertThat(resource.contexts(caller.request(), body("")).getStatus()).isEqualTo(400);
    byte[] latin = {'{', '"', (byte) 0xe4, '"', ':', '1', '}'};
    assertThat(resource.contexts(caller.request(), new ByteArrayInputStream(latin)).getStatus())
        .isEqualTo(400);
    String deep = "[".repeat(100_000);
    assertThat(resource.contexts(caller.request(), body(deep)).getStatus()).isEqualTo(400);
    assertThat(resource.contexts(caller.request(), body(" ".repeat(Bodies.LIMIT + 1))).getStatus())
        .isEqualTo(413);
  }

  @Test
  void everyMethodAsksTheGuard() {
    Caller stranger = Caller.administrator().notSystemAdmin();
    ConnectionsResource guarded =
        new ConnectionsResource(stranger.guard(), configuration, null, null);
    assertThat(
            List.of(
                guarded.test(stranger.request(), "default").getStatus(),
                guarded.consequences(stranger.request(), "default").getStatus(),
                guarded.manifest(stranger.request(), "default").getStatus(),
                guarded.contexts(stranger.request(), body("{}")).getStatus(),
                new ManifestResource(stranger.guard()).manifest(stranger.request()).getStatus()))
        .containsOnly(403);
  }
}
