package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.frame.Blocks;
import io.appofapps.confluence.view.frame.Ledger;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveResourceTest {

  private final Scene scene =
      Scene.of(app("root").lists("a"), app("a").trackedBy("root").health(HealthStatus.HEALTHY));
  private final Blocks blocks = new Blocks(List.of(scene.tree, new Ledger(scene)));
  private final Places places =
      new Places(
          id ->
              id == 12
                  ? Optional.of(new Place.Page(Optional.of("page"), Optional.of("DEMO")))
                  : Optional.empty());

  private Response ask(Viewers viewers, String body) {
    LiveResource resource =
        new LiveResource(
            scene.sight(viewers),
            places,
            new LiveBlocks(blocks, scene.frame, scene.stamps, scene.messages),
            scene.messages);
    return resource.changes(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode asked(String... blocks) throws IOException {
    return blocks(ask(TestViewers.licensed(), body(blocks)));
  }

  private static JsonNode blocks(Response response) throws IOException {
    return new ObjectMapper().readTree((String) response.getEntity()).get("blocks");
  }

  private static String body(String... blocks) {
    return "{\"blocks\":[" + String.join(",", blocks) + "]}";
  }

  private static String block(String id, String name, String query, String page, String revision) {
    return "{\"id\":\"%s\",\"block\":\"%s\",\"parameters\":\"%s\",\"page\":\"%s\",\"revision\":\"%s\"}"
        .formatted(id, name, query, page, revision);
  }

  @Test
  void twoMacrosShareAQuestionAndOnlyWhatChangedIsAnswered() throws IOException {
    JsonNode first =
        asked(
            block("t", "aoa-tree", "set=root&show=all", "12", ""),
            block("l", "aoa-ledger", "set=root", "12", ""));
    assertThat(first).hasSize(2);
    String tree =
        block("t", "aoa-tree", "set=root&show=all", "12", first.get(0).get("revision").asText());
    String ledger =
        block("l", "aoa-ledger", "set=root", "12", first.get(1).get("revision").asText());

    Response same = ask(TestViewers.licensed(), body(tree, ledger));
    assertThat(same.getStatus()).isEqualTo(204);
    assertThat(same.getHeaderString("X-As-Of")).isEqualTo("default=2026-11-23T11:04:31Z");

    scene.change(app("a").trackedBy("root").health(HealthStatus.DEGRADED));
    JsonNode later = asked(tree, ledger);
    assertThat(later.get(0).get("rows").has("Application/default/argocd/a")).isTrue();
    assertThat(later.get(1).get("rows")).hasSize(1);
    assertThat(later.get(1).has("bodyHtml")).isFalse();
  }

  @Test
  void whatIsWrongWithOneBlockHarmsNoOther() throws IOException {
    JsonNode answer =
        asked(
            block("1", "aoa-nothing", "", "12", ""),
            block("2", "aoa-tree", "set=root&depth=-1", "12", ""),
            block("3", "aoa-tree", "set=no-such", "12", ""),
            block("4", "aoa-tree", "set=root", "13", ""),
            block("5", "aoa-tree", "set=root", "12; DROP", ""),
            block("6", "aoa-tree", "set=root", "", ""),
            "7",
            "{}");
    int[] status = new int[8];
    for (int i = 0; i < 8; i++) {
      status[i] = answer.get(i).path("error").path("status").asInt(200);
    }
    assertThat(status).containsExactly(404, 400, 404, 404, 404, 200, 404, 404);
  }

  @Test
  void theRightOnThePageIsCheckedAtEveryPoll() throws IOException {
    Viewers stranger = TestViewers.of(TestViewers.person(false, Set.of(), Set.of()));
    JsonNode answer = blocks(ask(stranger, body(block("t", "aoa-tree", "set=root", "12", ""))));
    assertThat(answer.get(0).get("error").get("status").asInt()).isEqualTo(404);
    assertThat(answer.toString()).doesNotContain("root");
  }

  @Test
  void nobodyWithoutALicenceGetsAnything() {
    Response response =
        ask(TestViewers.nobody(), body(block("t", "aoa-tree", "set=root", "12", "")));
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat((String) response.getEntity()).doesNotContain("root");
  }

  @Test
  void longQuestionsAndNonsenseAreRefused() {
    String[] many = new String[101];
    java.util.Arrays.fill(many, "{}");
    assertThat(ask(TestViewers.licensed(), body(many)).getStatus()).isEqualTo(400);
    assertThat(ask(TestViewers.licensed(), "[]").getStatus()).isEqualTo(400);
    assertThat(ask(TestViewers.licensed(), "{\"blocks\":1}").getStatus()).isEqualTo(400);
    String big = "{\"blocks\":[\"" + "x".repeat(1 << 20) + "\"]}";
    assertThat(ask(TestViewers.licensed(), big).getStatus()).isEqualTo(413);
  }
}
