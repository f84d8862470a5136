package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.environments.EnvironmentsBlock;
import io.appofapps.confluence.view.environments.Matrices;
import io.appofapps.confluence.view.pages.ServicePages;
import io.appofapps.confluence.view.pages.TestDirectory;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvironmentsResourceTest {

  private final Scene scene =
      Scene.of(
          app("root").project("platform").lists("dev-shown", "prod-shown", "prod-covert"),
          app("dev-shown").project("shop").trackedBy("root").images("shown:v2"),
          app("prod-shown").project("shop").trackedBy("root").images("shown:v1"),
          app("prod-covert").project("hidden").trackedBy("root").images("covert:v1"));

  private EnvironmentsResource resource(Viewers viewers) {
    Matrices matrices =
        new Matrices(
            scene.configuration, Commits.UNKNOWN, new ServicePages(Map::of, new TestDirectory()));
    return new EnvironmentsResource(
        scene.sight(viewers),
        scene.pages,
        matrices,
        new EnvironmentsBlock(
            scene.pages, matrices, new ArgoCdLinks(scene.configuration), scene.texts),
        scene.messages);
  }

  private static Viewers member(String... groups) {
    return TestViewers.of(TestViewers.person(true, Set.of("DEMO"), Set.of(groups)));
  }

  private void byRoles() {
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                "p, role:s, applications, get, shop/*, allow\ng, devs, role:s\ng, ops, role:admin",
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

  private static String text(Response response) {
    return (String) response.getEntity();
  }

  @Test
  void jsonHasTheFiguresOfTheMatrix() {
    assertThat(text(resource(TestViewers.licensed()).json("root", Addresses.query(Map.of()))))
        .contains("\"environments\":[\"dev\",\"prod\"]")
        .contains("\"service\":\"shown\"")
        .contains("\"relation\":\"different\"");
  }

  @Test
  void csvIsALineForEachApplication() {
    Response csv =
        resource(TestViewers.licensed())
            .csv("root", Addresses.query(Map.of("services", "shown", "environments", "prod")));
    assertThat(csv.getMediaType().toString()).startsWith("text/csv");
    assertThat(text(csv).lines()).hasSize(2);
  }

  @Test
  void whatARoleDoesNotShowLeavesNoTrace() {
    byRoles();
    for (Response answer :
        List.of(
            resource(member("devs")).json("set", Addresses.query(Map.of())),
            resource(member("devs")).csv("set", Addresses.query(Map.of())))) {
      assertThat(text(answer)).contains("shown").doesNotContain("covert");
    }
    assertThat(text(resource(member("ops")).json("set", Addresses.query(Map.of()))))
        .contains("covert");
    assertThat(resource(member("others")).json("set", Addresses.query(Map.of())).getStatus())
        .isEqualTo(404);
  }

  @Test
  void strangersAndBadQuestionsAreRefused() {
    assertThat(resource(TestViewers.nobody()).json("root", Addresses.query(Map.of())).getStatus())
        .isEqualTo(401);
    assertThat(
            resource(TestViewers.licensed())
                .csv("root", Addresses.query(Map.of("label", "x".repeat(300))))
                .getStatus())
        .isEqualTo(400);
  }
}
