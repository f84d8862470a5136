package io.appofapps.confluence.sight;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The double permission: page, space, project role. */
class SightTest {

  private static final String SECRET = "covert";

  private final Scene scene =
      Scene.of(
          app("root").project("platform").lists("shop", SECRET),
          app("shop").project("shop").trackedBy("root").lists("web").label("env", "prod"),
          app("web").project("shop").trackedBy("shop"),
          app(SECRET)
              .project("hidden")
              .trackedBy("root")
              .lists("leaf")
              .health(HealthStatus.DEGRADED)
              .label("env", "covertenv"),
          app("leaf").project("shop").trackedBy(SECRET).health(HealthStatus.PROGRESSING));

  @BeforeEach
  void policy() {
    scene.store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all("default"),
        List.of(
            new AppProject(
                new ApplicationKey("default", "argocd", "shop"),
                "",
                Map.of(),
                List.of(
                    new AppProject.Role(
                        "dev",
                        List.of("shop-devs"),
                        List.of("p, proj:shop:dev, applications, get, shop/*, allow"))))));
    policy("g, ops, role:readonly", "");
    define(SetDefinition.Viewers.PROJECT_ROLE);
  }

  private void policy(String csv, String defaultRole) {
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                csv,
                defaultRole,
                "",
                "")));
  }

  private void define(SetDefinition.Viewers viewers, String... spaces) {
    scene.configuration.set(
        Configuration.EMPTY.withSets(
            List.of(
                new SetDefinition(
                    "set", "Shop", "default", "argocd", "root", viewers, List.of(spaces)))));
  }

  private static Viewer member(String... groups) {
    return TestViewers.person(true, Set.of(), Set.of(groups));
  }

  private static Place page(String space) {
    return new Place.Page(Optional.of("page"), Optional.of(space));
  }

  private TreePage open(Viewer viewer) {
    return scene.pages.open(viewer, page("DEMO"), "set");
  }

  private List<String> names(Viewer viewer) {
    return ((TreePage.Ready) open(viewer)).view().rows().stream().map(row -> row.name()).toList();
  }

  private String drawn(Viewer viewer) {
    Question question =
        new Question(
            viewer,
            page("DEMO"),
            Parameters.of(scene.tree, Map.of("set", "set", "show", "all")),
            Face.EXPORT);
    try {
      return scene.frame.html(scene.tree, question, "", false);
    } catch (BadParameter e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theCountsOfAParentSayNothingOfHiddenChildren() {
    scene.store.apply(
        List.of(
            new Change.Upsert<>(
                ResourceKind.APPLICATION,
                app("root")
                    .project("platform")
                    .lists("shop")
                    .lists(
                        new ChildReference(
                            ChildReference.Kind.APPLICATION,
                            "argocd",
                            SECRET,
                            SyncStatus.OUT_OF_SYNC,
                            true))
                    .resources(5, 2, 1)
                    .build())));
    policy(
        "p, role:platform, applications, get, platform/*, allow\ng, platform, role:platform", "");
    Look.Tree tree = ((TreePage.Ready) open(member("shop-devs", "platform"))).tree();

    assertThat(tree.forest().node(tree.tops().get(0)).orElseThrow().application().get().resources())
        .isEqualTo(new ResourceCounts(4, 1, 0));
  }

  @Test
  void readersOfTheWholeSetSeeAllOfIt() {
    assertThat(names(member("ops")))
        .containsExactlyInAnyOrder("root", "shop", "web", SECRET, "leaf");
  }

  @Test
  void theRightsOfAProjectShowItsNodesAndNoTraceOfOthers() {
    TreePage.Ready ready = (TreePage.Ready) open(member("shop-devs"));
    assertThat(ready.view().rows())
        .extracting(row -> row.name())
        .containsExactlyInAnyOrder("shop", "web", "leaf");
    assertThat(ready.view().applications()).isEqualTo(3);
    assertThat(ready.view().byHealth()).doesNotContainKey(HealthStatus.DEGRADED);
    assertThat(ready.tree().landscape().environment(id("leaf"))).isEmpty();
    assertThat(drawn(member("shop-devs"))).doesNotContain(SECRET).doesNotContain("platform");
  }

  private static io.appofapps.confluence.tree.NodeId id(String name) {
    return io.appofapps.confluence.tree.NodeId.application(
        new ApplicationKey("default", "argocd", name));
  }

  @Test
  void whoHasNoRoleLearnsNotEvenThatTheSetExists() {
    assertThat(open(member("strangers")))
        .isInstanceOfSatisfying(
            TreePage.UnknownSet.class, unknown -> assertThat(unknown.known()).isEmpty());
    assertThat(scene.sight(TestViewers.nobody()).viewer()).isEmpty();
  }

  @Test
  void anUnknownPolicyGrantsNothing() {
    scene.store.replace(ResourceKind.ACCESS_POLICY, Scope.all("default"), List.of());
    assertThat(open(member("ops", "shop-devs"))).isInstanceOf(TreePage.UnknownSet.class);
  }

  @Test
  void theDefaultRoleShowsEverybodyWhatItMaySee() {
    policy("", "role:readonly");
    assertThat(names(member())).hasSize(5);
  }

  @Test
  void aDrawingNeverGoesToSomebodyWhoSeesLess() {
    assertThat(drawn(member("ops"))).contains(SECRET);
    assertThat(drawn(member("shop-devs"))).doesNotContain(SECRET);
    assertThat(drawn(member("ops"))).contains(SECRET);
  }

  @Test
  void thoseWithTheSameRightsShareWhatIsComputed() {
    TreePage.Ready one = (TreePage.Ready) open(member("shop-devs", "irrelevant"));
    TreePage.Ready other = (TreePage.Ready) open(member("shop-devs", "other"));
    assertThat(one.view()).isSameAs(other.view());
  }

  @Test
  void aRightThatIsTakenAwayIsGoneWithTheNextPolicy() {
    assertThat(names(member("ops"))).hasSize(5);
    policy("", "");
    assertThat(open(member("ops"))).isInstanceOf(TreePage.UnknownSet.class);
  }

  @Test
  void whoMayNotViewThePageSeesNothingOnIt() {
    define(SetDefinition.Viewers.PAGE);
    Viewer outsider = TestViewers.person(false, Set.of("DEMO"), Set.of("ops"));
    assertThat(open(outsider)).isInstanceOf(TreePage.NoPermission.class);
  }

  @Test
  void aSetForOtherSpacesSaysSoAndNamesNothing() {
    define(SetDefinition.Viewers.PAGE, "OTHER");
    TreePage answer = open(member("ops"));
    assertThat(answer).isInstanceOf(TreePage.OtherSpace.class);
    assertThat(scene.messages.of(answer).message() + scene.messages.of(answer).action())
        .doesNotContain("Shop")
        .doesNotContain("OTHER")
        .doesNotContain("root");
    assertThat(scene.pages.open(member(), page("other"), "set")).isInstanceOf(TreePage.Ready.class);
  }

  @Test
  void theKeyOfTheDiscoveredSetDoesNotLeadRoundTheRestriction() {
    define(SetDefinition.Viewers.PAGE, "OTHER");
    assertThat(scene.pages.open(member(), page("DEMO"), "root"))
        .isInstanceOf(TreePage.OtherSpace.class);
  }

  @Test
  void byRestASetForSpacesIsForThoseWhoMayViewOneOfThem() {
    define(SetDefinition.Viewers.PAGE, "OTHER");
    Place rest = new Place.Api();
    assertThat(scene.pages.open(TestViewers.person(true, Set.of("DEMO"), Set.of()), rest, "set"))
        .isInstanceOf(TreePage.OtherSpace.class);
    assertThat(scene.pages.open(TestViewers.person(true, Set.of("OTHER"), Set.of()), rest, "set"))
        .isInstanceOf(TreePage.Ready.class);
  }

  @Test
  void aDefinedSetWithoutItsRootSaysWhatIsMissing() {
    define(SetDefinition.Viewers.PAGE);
    scene.replace(app("else"));
    TreePage answer = open(member());
    assertThat(answer).isInstanceOf(TreePage.RootAway.class);
    assertThat(scene.messages.of(answer).message()).contains("Shop").contains("argocd/root");
  }
}
