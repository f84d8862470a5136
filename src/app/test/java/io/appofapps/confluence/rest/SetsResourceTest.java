package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.application.Apps.reference;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
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

  /** The tree of the set, by names and values of query parameters. */
  private Response tree(String... query) {
    FakeUri uri = new FakeUri();
    for (int i = 0; i < query.length; i += 2) {
      uri.with(query[i], query[i + 1]);
    }
    return resource().tree("root", null, uri.info());
  }

  private static List<String> names(JsonNode tree) {
    return tree.path("nodes").findValuesAsText("name");
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
    Response response = tree();
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
  void partsOfATreeMakeTheWholeInItsOrder() throws IOException {
    assertThat(json(tree()).has("next")).isFalse();
    assertThat(json(tree()).has("total")).isFalse();
    List<String> whole = names(json(tree()));
    JsonNode first = json(tree("limit", "2"));
    assertThat(names(first)).isEqualTo(whole.subList(0, 2));
    assertThat(first.path("total").asInt()).isEqualTo(3);
    assertThat(first.path("revision").asText()).isEqualTo(revision());
    Response last = tree("limit", "2", "after", first.path("next").asText());
    assertThat(names(json(last))).isEqualTo(whole.subList(2, 3));
    assertThat(json(last).path("next").isNull()).isTrue();
    assertThat(last.getEntityTag()).isNotEqualTo(tree("limit", "2").getEntityTag());
    assertThat(names(json(tree("after", first.path("next").asText()))))
        .isEqualTo(whole.subList(2, 3));
  }

  @Test
  void aBranchAndItsLevelsCanBeAskedFor() throws IOException {
    assertThat(names(json(tree("depth", "1")))).containsExactly("root");
    assertThat(names(json(tree("depth", "2")))).hasSize(3);
    for (String a : List.of("a", "argocd/a", "Application/default/argocd/a")) {
      assertThat(names(json(tree("below", a)))).containsExactly("a");
    }
    assertThat(json(tree("below", "a", "limit", "5")).path("total").asInt()).isEqualTo(1);
  }

  @Test
  void aPartThatCannotBeIsRefused() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"limit", "0"}, {"limit", "1001"}, {"limit", "x"}, {"depth", "0"}, {"depth", "-1"}
        }) {
      assertThat(tree(wrong).getStatus()).as(String.join("=", wrong)).isEqualTo(400);
      assertThat(json(tree(wrong)).path("detail").asText()).contains(wrong[0], "from 1 to");
    }
    assertThat(tree("below", "elsewhere").getStatus()).isEqualTo(404);
    assertThat(tree("after", "Application/default/argocd/elsewhere").getStatus()).isEqualTo(409);
    assertThat(tree("below", "a", "after", "Application/default/argocd/root").getStatus())
        .isEqualTo(409);
  }

  @Test
  void aNameOfSeveralHasToBeSaidMoreExactly() throws IOException {
    Scene twice =
        Scene.of(
            app("root").lists("a").lists(reference("other", "a")), app("a"), app("other", "a"));
    SetsResource resource =
        new SetsResource(twice.sight(TestViewers.licensed()), twice.pages, twice.messages);
    Response several = resource.tree("root", null, new FakeUri().with("below", "a").info());
    assertThat(several.getStatus()).isEqualTo(400);
    assertThat(json(several).path("detail").asText()).contains("several");
    Response one = resource.tree("root", null, new FakeUri().with("below", "other/a").info());
    assertThat(json(one).path("nodes").findValuesAsText("namespace")).containsExactly("other");
  }

  @Test
  void nothingNewerIs204WithTheAge() {
    Response response = resource().tree("root", revision(), new FakeUri().info());
    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.getHeaderString("X-As-Of")).isEqualTo("2026-11-23T11:04:31Z");
  }

  @Test
  void errorsSayWhatIsTheMatterAndWhatToDo() throws IOException {
    Response unknown = resource().tree("nope", null, new FakeUri().info());
    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(json(unknown).get("detail").asText()).contains("nope");
    assertThat(json(unknown).get("action").asText()).contains("root");
    Response bad = resource().tree("root", "x", new FakeUri().info());
    assertThat(bad.getStatus()).isEqualTo(400);
    assertThat(json(bad).get("detail").asText()).contains("since");
  }

  @Test
  void nobodyWithoutALicenceGetsAnything() {
    Viewers viewers = TestViewers.nobody();
    assertThat(resource(viewers).sets().getStatus()).isEqualTo(401);
    assertThat(resource(viewers).tree("root", null, new FakeUri().info()).getStatus())
        .isEqualTo(401);
  }
}
