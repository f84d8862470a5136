package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SetsResourceTest {

  private final Scene scene =
      Scene.of(
          app("root").lists("a", "gone"),
          app("a").trackedBy("root").health(HealthStatus.DEGRADED).project("shop"));

  private SetsResource resource(Viewers viewers) {
    return new SetsResource(scene.sight(viewers), scene.pages, scene.messages);
  }

  private SetsResource resource() {
    return resource(TestViewers.licensed());
  }

  private String revision() {
    return Long.toString(scene.store.current().revision());
  }

  private static JsonNode json(Response response) throws IOException {
    return new ObjectMapper().readTree((String) response.getEntity());
  }

  @Test
  void listsTheSets() throws IOException {
    JsonNode set = json(resource().sets()).get("sets").get(0);
    assertThat(set.get("key").asText()).isEqualTo("root");
    assertThat(set.get("connection").asText()).isEqualTo("default");
    assertThat(set.get("root").asText()).isEqualTo("Application/default/argocd/root");
    assertThat(set.get("applications").asInt()).isEqualTo(2);
    assertThat(set.get("orphan").asBoolean()).isFalse();
    assertThat(set.get("rolledUpHealth").asText()).isEqualTo("Degraded");
  }

  @Test
  void aTreeHasEveryNodeWithItsFacts() throws IOException {
    Response response = resource().tree("root", null);
    JsonNode tree = json(response);
    assertThat(tree.get("asOf").asText()).isEqualTo("2026-11-23T11:04:31Z");
    assertThat(tree.get("revision").asText()).isEqualTo(revision());
    assertThat(tree.get("nodes")).hasSize(3);
    JsonNode a = node(tree, "a");
    assertThat(a.get("parents").get(0).asText()).isEqualTo("Application/default/argocd/root");
    assertThat(a.get("kind").asText()).isEqualTo("Application");
    assertThat(a.get("project").asText()).isEqualTo("shop");
    assertThat(a.get("sync").asText()).isEqualTo("Synced");
    assertThat(a.get("health").asText()).isEqualTo("Degraded");
    assertThat(node(tree, "root").get("culprit").asText())
        .isEqualTo("Application/default/argocd/a");
    assertThat(node(tree, "gone").get("flags").toString()).isEqualTo("[\"missing\"]");
    assertThat(node(tree, "gone").get("sync").isNull()).isTrue();
    assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static JsonNode node(JsonNode tree, String name) {
    for (JsonNode node : tree.get("nodes")) {
      if (node.get("name").asText().equals(name)) {
        return node;
      }
    }
    throw new AssertionError("no node " + name);
  }

  @Test
  void nothingNewerIs204WithTheAge() {
    Response response = resource().tree("root", revision());
    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.getHeaderString("X-As-Of")).isEqualTo("2026-11-23T11:04:31Z");
  }

  @Test
  void errorsSayWhatIsTheMatterAndWhatToDo() throws IOException {
    Response unknown = resource().tree("nope", null);
    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(json(unknown).get("detail").asText()).contains("nope");
    assertThat(json(unknown).get("action").asText()).contains("root");
    Response bad = resource().tree("root", "x");
    assertThat(bad.getStatus()).isEqualTo(400);
    assertThat(json(bad).get("detail").asText()).contains("since");
  }

  @Test
  void nobodyWithoutALicenceGetsAnything() {
    Viewers viewers = TestViewers.nobody();
    assertThat(resource(viewers).sets().getStatus()).isEqualTo(401);
    assertThat(resource(viewers).tree("root", null).getStatus()).isEqualTo(401);
  }
}
