package io.appofapps.confluence.capture;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kept snapshot: what it holds, how it is shown, and that it is filtered again. */
class CapturesTest {

  private final Scene scene =
      Scene.of(
          app("root").project("platform").lists("shop", "covert"),
          app("shop").project("shop").trackedBy("root"),
          app("covert").project("hidden").trackedBy("root").health(HealthStatus.DEGRADED));

  @BeforeEach
  void policy() {
    policy(
        "p, role:shop, applications, get, shop/*, allow\ng, shop-devs, role:shop\ng, ops, role:readonly");
    define(SetDefinition.Viewers.PROJECT_ROLE);
  }

  private void policy(String csv) {
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                csv,
                "",
                "",
                "")));
  }

  private void define(SetDefinition.Viewers viewers) {
    scene.configuration.set(
        Configuration.EMPTY.withSets(
            List.of(
                new SetDefinition(
                    "set", "Shop", "default", "argocd", "root", viewers, List.of()))));
  }

  private static Viewer member(String... groups) {
    return TestViewers.person(true, Set.of(), Set.of(groups));
  }

  private static Place page() {
    return new Place.Page(Optional.of("page"), Optional.of("DEMO"));
  }

  private String take() {
    TreePage.Ready ready = (TreePage.Ready) scene.pages.open(member("ops"), page(), "set");
    return ((Captures.Outcome.Done)
            scene.captures.take(
                ready.snapshot(), ready.set(), "Release 7", "ada", Optional.empty()))
        .header()
        .taken()
        .key();
  }

  private TreePage open(Viewer viewer, String key) {
    return scene.pages.open(viewer, page(), "set", key);
  }

  private List<String> names(Viewer viewer, String key) {
    return ((TreePage.Ready) open(viewer, key))
        .view().rows().stream().map(row -> row.name()).toList();
  }

  private void delete(String name) {
    scene.store.apply(
        List.<Change<?>>of(
            new Change.Delete<>(
                ResourceKind.APPLICATION, new ApplicationKey("default", "argocd", name))));
  }

  private String drawn(Face face, String key) {
    Question question =
        new Question(
            member("ops"),
            page(),
            Parameters.of(scene.tree, Map.of("set", "set", "show", "all", "snapshot", key)),
            face);
    try {
      return scene.frame.html(scene.tree, question, "7", true);
    } catch (BadParameter e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itStaysAsItWasWhateverHappensToTheCluster() {
    String key = take();
    scene.change(app("shop").project("shop").trackedBy("root").health(HealthStatus.MISSING));
    delete("covert");

    TreePage.Ready then = (TreePage.Ready) open(member("ops"), key);

    assertThat(names(member("ops"), key)).containsExactlyInAnyOrder("root", "shop", "covert");
    assertThat(
            then.tree()
                .forest()
                .node(NodeId.application(new ApplicationKey("default", "argocd", "shop")))
                .orElseThrow()
                .application()
                .orElseThrow()
                .health())
        .isEqualTo(HealthStatus.HEALTHY);
    assertThat(names(member("ops"), "")).containsExactlyInAnyOrder("root", "shop");
  }

  @Test
  void whoMaySeeLessNowSeesLessOfThen() {
    String key = take();

    assertThat(names(member("shop-devs"), key)).containsExactly("shop");
    policy("g, ops, role:readonly");
    assertThat(open(member("shop-devs"), key)).isInstanceOf(TreePage.UnknownSet.class);
  }

  @Test
  void anApplicationThatIsGoneIsJudgedByItsProjectOfThenAndThePolicyOfToday() {
    String key = take();
    delete("covert");
    delete("shop");

    assertThat(names(member("shop-devs"), key)).containsExactly("shop");
    policy("p, role:shop, applications, get, other/*, allow\ng, shop-devs, role:shop");
    assertThat(open(member("shop-devs"), key)).isInstanceOf(TreePage.UnknownSet.class);
  }

  @Test
  void rolesOfProjectsAreThoseOfToday() {
    AppProject.Role role =
        new AppProject.Role(
            "dev", List.of("devs"), List.of("p, proj:shop:dev, applications, get, shop/*, allow"));
    project(List.of(role));
    String key = take();
    assertThat(names(member("devs"), key)).containsExactly("shop");

    project(List.of());

    assertThat(open(member("devs"), key)).isInstanceOf(TreePage.UnknownSet.class);
  }

  private void project(List<AppProject.Role> roles) {
    scene.store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all("default"),
        List.of(
            new AppProject(new ApplicationKey("default", "argocd", "shop"), "", Map.of(), roles)));
  }

  @Test
  void anApplicationThatMovedIntoAHiddenProjectIsHiddenInThePastToo() {
    String key = take();
    scene.change(app("shop").project("hidden").trackedBy("root"));

    assertThat(open(member("shop-devs"), key)).isInstanceOf(TreePage.UnknownSet.class);
  }

  @Test
  void anApplicationThatLeftTheSetIsShownToNobodyAndLeavesNoTrace() {
    define(SetDefinition.Viewers.PAGE);
    String key = take();
    assertThat(names(member(), key)).contains("covert");
    scene.replace(
        app("root").project("platform").lists("shop"),
        app("shop").project("shop").trackedBy("root"),
        app("covert").project("hidden"));

    assertThat(names(member(), key)).containsExactlyInAnyOrder("root", "shop");
    assertThat(drawn(Face.PAGE, key)).doesNotContain("covert").contains("2 applications");
    assertThat(drawn(Face.EXPORT, key)).doesNotContain("covert");
  }

  @Test
  void theStampSaysOfWhenAndByWhomAndNothingIsPolled() {
    String key = take();

    assertThat(drawn(Face.PAGE, key))
        .contains("State of ")
        .contains("frozen by Ada L.")
        .contains("title=\"Release 7\"")
        .contains("data-at=\"")
        .doesNotContain("aoa-live")
        .doesNotContain("aoa-freeze\"");
    assertThat(Jsoup.parse(drawn(Face.EXPORT, key)).text())
        .contains("Europe/Berlin, frozen by Ada L. · default");
    assertThat(drawn(Face.PAGE, "")).contains("aoa-live").doesNotContain("frozen by");
  }

  @Test
  void aKeyThatNobodyKnowsOrOfAnotherSetIsSaid() {
    String key = take();
    scene.captures.delete(key);

    assertThat(open(member("ops"), key)).isEqualTo(new TreePage.UnknownSnapshot(key));
    assertThat(open(member("ops"), "../x")).isInstanceOf(TreePage.UnknownSnapshot.class);
    assertThat(drawn(Face.PAGE, key)).contains("does not exist any more");
    scene.replace(app("root").project("platform"), app("other").project("shop"));
    String again = take();
    assertThat(scene.pages.open(member("ops"), page(), "other", again))
        .isInstanceOf(TreePage.UnknownSnapshot.class);
  }

  @Test
  void theSameViewIsSharedUntilWhoMaySeeItChanges() {
    String key = take();
    TreePage.Ready first = (TreePage.Ready) open(member("ops"), key);
    scene.change(app("shop").project("shop").trackedBy("root").health(HealthStatus.MISSING));
    TreePage.Ready second = (TreePage.Ready) open(member("ops"), key);

    assertThat(second.view()).isSameAs(first.view());
  }
}
