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

  private static Response tree(SetsResource resource, String set, String... part) {
    FakeUri uri = new FakeUri();
    if (part.length > 0) {
      uri.with(part[0], part[1]);
    }
    return resource.tree(set, null, uri.info());
  }

  private static String text(Response response) {
    return (String) response.getEntity();
  }

  @Test
  void everyAnswerHoldsOnlyWhatTheRolesOfThePersonShow() {
    define(SetDefinition.Viewers.PROJECT_ROLE);
    SetsResource devs = resource(member("devs"));
    assertThat(text(devs.sets())).contains("\"applications\":1").doesNotContain("covert");
    assertThat(text(tree(devs, "set"))).contains("shown").doesNotContain("covert");
    assertThat(text(tree(resource(member("ops")), "set"))).contains("covert");
  }

  @Test
  void aPartOfATreeKnowsNothingOfWhatIsHidden() {
    define(SetDefinition.Viewers.PROJECT_ROLE);
    SetsResource devs = resource(member("devs"));
    Response hidden = tree(devs, "set", "below", "covert");
    assertThat(hidden.getStatus()).isEqualTo(404);
    assertThat(text(hidden)).isEqualTo(text(tree(devs, "set", "below", "no-such")));
    assertThat(text(tree(devs, "set", "after", "Application/default/argocd/covert")))
        .isEqualTo(text(tree(devs, "set", "after", "Application/default/argocd/no-such")));
    assertThat(text(tree(devs, "set", "limit", "1"))).contains("\"total\":1", "\"next\":null");
  }

  @Test
  void withoutARoleTheSetIsAsIfItDidNotExist() {
    define(SetDefinition.Viewers.PROJECT_ROLE);
    SetsResource stranger = resource(member("others"));
    assertThat(text(stranger.sets())).isEqualTo("{\"sets\":[]}");
    Response forbidden = tree(stranger, "set");
    Response absent = tree(stranger, "no-such");
    assertThat(forbidden.getStatus()).isEqualTo(404);
    assertThat(absent.getStatus()).isEqualTo(404);
    assertThat(text(forbidden).replace("set", "no-such").length())
        .isEqualTo(text(absent).replace("set", "no-such").length());
  }

  @Test
  void aSetForSpacesThatThePersonMayNotViewIsRefusedAndNotListed() {
    define(SetDefinition.Viewers.PAGE, "OTHER");
    SetsResource person = resource(member("ops"));
    assertThat(tree(person, "set").getStatus()).isEqualTo(403);
    assertThat(text(tree(person, "root"))).doesNotContain("Set\"").doesNotContain("OTHER");
    assertThat(text(person.sets())).isEqualTo("{\"sets\":[]}");
  }

  @Test
  void aSetForASpaceThatThePersonMayViewIsTold() {
    define(SetDefinition.Viewers.PAGE, "DEMO");
    assertThat(tree(resource(member()), "set").getStatus()).isEqualTo(200);
  }
}
