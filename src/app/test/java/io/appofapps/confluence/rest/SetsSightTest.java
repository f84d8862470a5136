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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What REST tells to whom. */
class SetsSightTest {

  private final Scene scene =
      Scene.of(
          app("root").project("platform").lists("shown", "covert"),
          app("shown").project("shop").trackedBy("root"),
          app("covert").project("hidden").trackedBy("root"));

  private SetsResource resource(Viewers viewers) {
    return new SetsResource(scene.sight(viewers), scene.pages, scene.messages);
  }

  private static Viewers member(String... groups) {
    return TestViewers.of(TestViewers.person(true, Set.of("DEMO"), Set.of(groups)));
  }

  private void define(SetDefinition.Viewers viewers, String... spaces) {
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
                    "set", "Set", "default", "argocd", "root", viewers, List.of(spaces)))));
  }

  private static String text(Response response) {
    return (String) response.getEntity();
  }

  @Test
  void everyAnswerHoldsOnlyWhatTheRolesOfThePersonShow() {
    define(SetDefinition.Viewers.PROJECT_ROLE);
    SetsResource devs = resource(member("devs"));
    assertThat(text(devs.sets())).contains("\"applications\":1").doesNotContain("covert");
    assertThat(text(devs.tree("set", null))).contains("shown").doesNotContain("covert");
    assertThat(text(resource(member("ops")).tree("set", null))).contains("covert");
  }

  @Test
  void withoutARoleTheSetIsAsIfItDidNotExist() {
    define(SetDefinition.Viewers.PROJECT_ROLE);
    SetsResource stranger = resource(member("others"));
    assertThat(text(stranger.sets())).isEqualTo("{\"sets\":[]}");
    Response forbidden = stranger.tree("set", null);
    Response absent = stranger.tree("no-such", null);
    assertThat(forbidden.getStatus()).isEqualTo(404);
    assertThat(absent.getStatus()).isEqualTo(404);
    assertThat(text(forbidden).replace("set", "no-such").length())
        .isEqualTo(text(absent).replace("set", "no-such").length());
  }

  @Test
  void aSetForSpacesThatThePersonMayNotViewIsRefusedAndNotListed() {
    define(SetDefinition.Viewers.PAGE, "OTHER");
    SetsResource person = resource(member("ops"));
    assertThat(person.tree("set", null).getStatus()).isEqualTo(403);
    assertThat(text(person.tree("root", null))).doesNotContain("Set\"").doesNotContain("OTHER");
    assertThat(text(person.sets())).isEqualTo("{\"sets\":[]}");
  }

  @Test
  void aSetForASpaceThatThePersonMayViewIsTold() {
    define(SetDefinition.Viewers.PAGE, "DEMO");
    assertThat(resource(member()).tree("set", null).getStatus()).isEqualTo(200);
  }
}
