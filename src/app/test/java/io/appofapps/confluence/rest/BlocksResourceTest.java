package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.frame.Blocks;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksResourceTest {

  private final Scene scene =
      Scene.of(
          app("root").project("shop").lists("shown", "covert"),
          app("shown").project("shop").trackedBy("root").label("env", "=cmd()"),
          app("covert").project("hidden").trackedBy("root"));

  private Response csv(Viewers viewers, String block, Map<String, String> query) {
    return resource(scene, viewers).csv(block, Addresses.query(query));
  }

  private static BlocksResource resource(Scene scene, Viewers viewers) {
    return new BlocksResource(
        scene.sight(viewers),
        new Blocks(List.of(scene.tree)),
        scene.drawings,
        scene.frame,
        new Places(id -> Optional.empty()),
        scene.messages);
  }

  private void define() {
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                "p, role:s, applications, get, shop/*, allow\ng, devs, role:s",
                "",
                "",
                "")));
    scene.configuration.set(
        Configuration.EMPTY.withSets(
            List.of(
                new SetDefinition(
                    "set",
                    "Set",
                    "default",
                    "argocd",
                    "root",
                    SetDefinition.Viewers.PROJECT_ROLE,
                    List.of()))));
  }

  @Test
  void csvHoldsExactlyWhatTheViewerMaySee() {
    define();
    Viewers devs = TestViewers.of(TestViewers.person(true, Set.of(), Set.of("devs")));
    Response response = csv(devs, "aoa-tree", Map.of("set", "set"));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getMediaType().toString()).startsWith("text/csv").contains("UTF-8");
    assertThat(response.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"aoa-tree-set.csv\"");
    assertThat((String) response.getEntity())
        .startsWith("application,namespace,environment,")
        .contains("shown")
        .doesNotContain("covert");
    Viewers others = TestViewers.of(TestViewers.person(true, Set.of(), Set.of("others")));
    assertThat(csv(others, "aoa-tree", Map.of("set", "set")).getStatus()).isEqualTo(404);
  }

  @Test
  void withoutLicencePageOrBlockThereIsNoCsv() {
    Map<String, String> root = Map.of("set", "root");
    assertThat(csv(TestViewers.nobody(), "aoa-tree", root).getStatus()).isEqualTo(401);
    assertThat(csv(TestViewers.licensed(), "aoa-x", root).getStatus()).isEqualTo(404);
    assertThat(
            csv(TestViewers.licensed(), "aoa-tree", Map.of("set", "root", "page", "1")).getStatus())
        .isEqualTo(404);
    assertThat(csv(TestViewers.licensed(), "aoa-tree", Map.of()).getStatus()).isEqualTo(400);
  }

  @Test
  void theNameOfTheFileIsHarmless() {
    Response response =
        csv(TestViewers.licensed(), "aoa-tree", Map.of("set", "root", "show", "all"));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(CsvAnswers.of(empty(), "a\r\n\"x/../y").getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"a-x-..-y.csv\"");
  }

  private static final int MANY = 700;

  /** A root with more children than a page is sent at once. */
  private static Scene large() {
    String[] names =
        IntStream.range(0, MANY).mapToObj("app-%03d"::formatted).toArray(String[]::new);
    Apps[] apps = new Apps[MANY + 1];
    apps[MANY] = app("root").lists(names);
    for (int i = 0; i < MANY; i++) {
      apps[i] = app(names[i]).trackedBy("root");
    }
    return Scene.of(apps);
  }

  private static JsonNode rows(Scene scene, Map<String, String> query) throws IOException {
    Response response =
        resource(scene, TestViewers.licensed()).rows("aoa-tree", Addresses.query(query));
    assertThat(response.getStatus()).isEqualTo(200);
    return new ObjectMapper().readTree((String) response.getEntity());
  }

  @Test
  void allRowsOfALargeTreeCanBeFetchedPageByPage() throws IOException {
    Scene large = large();
    Set<String> seen = new TreeSet<>();
    for (int from = 0; from <= MANY; from += 300) {
      JsonNode page =
          rows(
              large,
              Map.of("set", "root", "rows", "all", "from", Integer.toString(from), "count", "300"));
      assertThat(page.path("total").asInt()).isEqualTo(MANY + 1);
      assertThat(page.path("revision").asText()).matches("\\d+\\.[0-9a-f]+");
      page.path("rows").forEach(row -> seen.add(row.asText()));
    }
    assertThat(seen).hasSize(MANY + 1).allMatch(row -> row.startsWith("<li "));
    assertThat(rows(large, Map.of("set", "root", "rows", "all", "from", "701")).path("rows"))
        .isEmpty();
  }

  @Test
  void aLargeTreeStartsWithTheRowsThatAreOpen() throws IOException {
    Scene large = large();
    assertThat(rows(large, Map.of("set", "root")).path("total").asInt()).isEqualTo(1);
    assertThat(rows(large, Map.of("set", "root", "show", "all")).path("total").asInt())
        .isEqualTo(60);
    assertThat(rows(scene, Map.of("set", "root")).path("total").asInt()).isEqualTo(3);
  }

  @Test
  void rowsOutsideTheListAreRefused() {
    for (String from : List.of("-1", "x", "99999999999")) {
      Response response =
          resource(scene, TestViewers.licensed())
              .rows("aoa-tree", Addresses.query(Map.of("set", "root", "from", from)));
      assertThat(response.getStatus()).isEqualTo(400);
      assertThat((String) response.getEntity()).contains("from", "has to be a number");
    }
    assertThat(
            resource(scene, TestViewers.nobody())
                .rows("aoa-tree", Addresses.query(Map.of("set", "root")))
                .getStatus())
        .isEqualTo(401);
  }

  private static io.appofapps.confluence.view.body.Table empty() {
    return new io.appofapps.confluence.view.body.Table(
        "t", List.of(io.appofapps.confluence.view.body.Column.of("a", "A")), List.of(), "");
  }
}
