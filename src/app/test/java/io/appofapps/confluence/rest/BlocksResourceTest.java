package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.frame.Blocks;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlocksResourceTest {

  private final Scene scene =
      Scene.of(
          app("root").project("shop").lists("shown", "covert"),
          app("shown").project("shop").trackedBy("root").label("env", "=cmd()"),
          app("covert").project("hidden").trackedBy("root"));

  private Response csv(Viewers viewers, String block, Map<String, String> query) {
    MultivaluedMap<String, String> all = new MultivaluedHashMap<>(query);
    UriInfo uri =
        (UriInfo)
            Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {UriInfo.class}, (p, m, a) -> all);
    return new BlocksResource(
            scene.sight(viewers),
            new Blocks(List.of(scene.tree)),
            scene.drawings,
            new Places(id -> Optional.empty()),
            scene.messages)
        .csv(block, uri);
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

  private static io.appofapps.confluence.view.body.Table empty() {
    return new io.appofapps.confluence.view.body.Table(
        "t", List.of(io.appofapps.confluence.view.body.Column.of("a", "A")), List.of(), "");
  }
}
