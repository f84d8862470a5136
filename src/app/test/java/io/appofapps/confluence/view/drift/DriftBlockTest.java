package io.appofapps.confluence.view.drift;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.drift.Sentence;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.body.Csv;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftBlockTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String EVIL = "<img src=x onerror=alert(1)>&'\"\uD83D\uDE00\uE0000\uE001";

  private Instant now = NOON;
  private final Scene scene =
      Scene.of(
          app("root").lists("web", "gone"),
          app("web").trackedBy("root").health(HealthStatus.DEGRADED).label("environment", "prod"));
  private List<PageFinding> ofPages = List.of();
  private Optional<PageAccess.Restricted> restricted = Optional.empty();
  private final DriftPages pages =
      new DriftPages(
          scene.pages,
          scene.configuration,
          new ArgoCdLinks(scene.configuration),
          new AccessFindings(content -> restricted),
          List.of((viewer, place, tree) -> ofPages),
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });
  private final DriftBlock block = new DriftBlock(pages, scene.texts);

  @Test
  void theListNamesWhatIsWrongTheWorstFirst() {
    Content content = content("set", "root");

    assertThat(content.body().rows()).hasSize(2);
    assertThat(html(content, Face.PAGE))
        .containsSubsequence("web is Degraded", "prod", "gone is declared, but not in the cluster")
        .contains("declared by <span class=\"aoa-value\"><bdi>root</bdi></span>");
    assertThat(html(content, Face.EXPORT))
        .contains("[Error] <strong>web is Degraded</strong>")
        .doesNotContain("<svg");
    assertThat(content.summary().page()).isEqualTo("2 configuration");
  }

  @Test
  void nothingWrongIsSaidToo() {
    scene.replace(app("root"));

    assertThat(content("set", "root").body().empty()).isEqualTo("No drift found.");
    assertThat(html(content("set", "root", "form", "badge"), Face.PAGE)).contains("no drift");
  }

  @Test
  void aBadgeCountsWhatNeedsSomebodyAndStandsInALine() {
    assertThat(html(content("set", "root", "form", "badge"), Face.PAGE))
        .contains("2 configuration drifts")
        .contains("title=\"web is Degraded\ngone is declared, but not in the cluster\"")
        .doesNotContain("<div", "<ul");
    assertThat(block.inline(parameters("form", "badge"))).isTrue();
    assertThat(block.inline(parameters())).isFalse();
  }

  @Test
  void aBadgeOfOneFindingSaysWhichAndIsSilentAboutWhatIsOnlyWorthKnowing() {
    scene.replace(app("root").images("x/a:1", "x/a:2").health(HealthStatus.DEGRADED));

    assertThat(html(content("set", "root", "form", "badge"), Face.PAGE))
        .contains("root is Degraded")
        .doesNotContain("image");
  }

  @Test
  void anApplicationIsShownWithAllBelowItAndNothingElse() {
    scene.replace(
        app("root").lists("a", "b").health(HealthStatus.MISSING),
        app("a").trackedBy("root").lists("c"),
        app("c").trackedBy("a").health(HealthStatus.DEGRADED),
        app("b").trackedBy("root").health(HealthStatus.DEGRADED));

    for (String name : List.of("a", "argocd/a")) {
      assertThat(html(content("set", "root", "application", name), Face.PAGE))
          .contains("c is Degraded")
          .doesNotContain("b is", "root is");
    }
  }

  @Test
  void aServiceIsShownInAllItsEnvironments() {
    scene.replace(
        app("root").lists("web-dev", "web-prod", "api-dev"),
        bad("web-dev", "web"),
        bad("web-prod", "web"),
        bad("api-dev", "api"));

    assertThat(html(content("set", "root", "service", "web"), Face.PAGE))
        .contains("web-dev is", "web-prod is")
        .doesNotContain("api-dev");
  }

  private static Apps bad(String name, String service) {
    return app(name)
        .trackedBy("root")
        .health(HealthStatus.DEGRADED)
        .label("app.kubernetes.io/name", service);
  }

  @Test
  void kindsAndFamiliesCanBeChosen() {
    assertThat(content("set", "root", "kinds", "missing-child").body().rows()).hasSize(1);
    assertThat(content("set", "root", "kinds", "health, missing-child").body().rows()).hasSize(2);
    assertThat(content("set", "root", "kinds", "documentation").body().rows()).isEmpty();
    assertThat(content("set", "root", "severity", "error").body().rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds=everything", "severity=some", "form=cube"})
  void aParameterThatCannotBeIsRefused(String parameter) {
    String[] parts = parameter.split("=");

    assertThatThrownBy(() -> answer(licensed(), "set", "root", parts[0], parts[1]))
        .isInstanceOf(BadParameter.class);
  }

  @Test
  void findingsOfPagesComeFirstAmongTheirLikeAndLeadToThePage() {
    ofPages = List.of(documentation("Team Blue"));

    Content content = content("set", "root");

    assertThat(html(content, Face.PAGE))
        .containsSubsequence("web is Degraded", "Team Blue", "gone is declared")
        .contains("href=\"/pages/viewpage.action?pageId=7\"");
    assertThat(content.summary().page()).isEqualTo("2 configuration · 1 documentation");
  }

  @Test
  void whatPeopleWroteIsNeverMarkup() {
    ofPages = List.of(documentation(EVIL));
    scene.replace(
        app("root").lists(EVIL).operation("Failed", EVIL).condition(EVIL + "Error", EVIL));

    for (String form : List.of("list", "badge")) {
      Content content = content("set", "root", "form", form);
      assertThat(html(content, Face.PAGE)).doesNotContain("<img").contains("&lt;img");
      assertThat(html(content, Face.EXPORT)).doesNotContain("<img");
    }
  }

  @Test
  void aFormulaInAManifestIsHarmlessInTheCsv() {
    scene.replace(app("root").lists("=cmd()"));

    assertThat(Csv.of(content("set", "root").table().orElseThrow()))
        .startsWith("severity,family,kind,")
        .contains("'=cmd()");
  }

  @Test
  void timePassesWithoutANewRevision() {
    scene.replace(
        app("root")
            .sync(SyncStatus.OUT_OF_SYNC)
            .details(Details.NONE.withSyncSince(Optional.of(Since.exactly(NOON)))));
    assertThat(content("set", "root").body().rows()).isEmpty();

    now = NOON.plus(Duration.ofMinutes(5));
    assertThat(html(content("set", "root"), Face.PAGE)).contains("aoa-warn");

    now = NOON.plus(Duration.ofMinutes(30));
    assertThat(html(content("set", "root"), Face.PAGE)).contains("aoa-bad");
  }

  @Test
  void asLongAsNothingChangesTheFactsAreTheSameObject() {
    Object before = ((Answer.Shown) answered(licensed(), "set", "root")).facts();
    now = now.plus(Duration.ofMinutes(1));
    Object after = ((Answer.Shown) answered(licensed(), "set", "root")).facts();

    assertThat(((List<?>) after).get(0)).isSameAs(((List<?>) before).get(0));
  }

  @Test
  void whoMayNotSeeAnApplicationSeesNoTraceOfIt() {
    scene.replace(
        app("root").project("platform").lists("shop", "covert"),
        app("shop").project("shop").trackedBy("root").health(HealthStatus.DEGRADED),
        app("covert").project("hidden").trackedBy("root").health(HealthStatus.DEGRADED));
    restrict();
    Viewer member = TestViewers.person(true, Set.of(), Set.of("shop-devs"));

    Answer.Shown shown = (Answer.Shown) answered(member, "set", "set");
    Content content = shown.content().get();

    assertThat(html(content, Face.PAGE) + Csv.of(content.table().orElseThrow()))
        .contains("shop is Degraded")
        .doesNotContain("covert");
    assertThat(content.summary().page()).isEqualTo("1 configuration");
    assertThat(answered(member, "set", "set", "application", "covert"))
        .usingRecursiveComparison()
        .isEqualTo(new Answer.Refused(404, block.unknown("covert")));
    assertThat(answered(TestViewers.person(true, Set.of(), Set.of()), "set", "set"))
        .isInstanceOf(Answer.Away.class);
  }

  @Test
  void groupsThatMayEditThePageAndDoNothingInArgoCdAreNamed() {
    scene.replace(
        app("root").project("platform").lists("shop"),
        app("shop").project("shop").trackedBy("root"));
    restrict();
    restricted = restricted(Set.of("marketing", "shop-devs"), Set.of());
    Viewer member = TestViewers.person(true, Set.of(), Set.of("shop-devs"));

    Content content =
        ((Answer.Shown) answered(member, "set", "set", "application", "shop")).content().get();

    assertThat(html(content, Face.EXPORT))
        .contains("This page can be edited by people who may do nothing in Argo CD")
        .contains("“marketing” may edit this page; project “shop” grants it nothing")
        .doesNotContain("“shop-devs”");
    assertThat(html(content, Face.PAGE)).contains("href=\"/pages/7\"");
  }

  @Test
  void groupsThatMayDeployAndCannotReadThePageAreNamed() {
    scene.replace(app("root").project("shop"));
    restrict();
    restricted = restricted(Set.of(), Set.of("marketing"));
    Viewer member = TestViewers.person(true, Set.of(), Set.of("shop-devs"));

    assertThat(
            html(
                ((Answer.Shown) answered(member, "set", "set", "application", "root"))
                    .content()
                    .get(),
                Face.EXPORT))
        .contains("“shop-devs” may deploy in project “shop”");
  }

  @Test
  void withoutARestrictionOrAPolicyNothingIsSaidOfAccess() {
    restrict();
    Viewer member = TestViewers.person(true, Set.of(), Set.of("shop-devs"));
    scene.replace(app("root").project("shop"));
    assertThat(
            ((Answer.Shown) answered(member, "set", "set", "application", "root"))
                .content()
                .get()
                .body()
                .rows())
        .isEmpty();

    restricted = restricted(Set.of("marketing"), Set.of());
    scene.configuration.set(Configuration.EMPTY);
    scene.store.replace(ResourceKind.ACCESS_POLICY, Scope.all("default"), List.of());
    assertThat(content("set", "root", "application", "root").body().rows()).isEmpty();
  }

  private static Optional<PageAccess.Restricted> restricted(
      Set<String> editors, Set<String> readers) {
    return Optional.of(new PageAccess.Restricted(7, "Payments", "/pages/7", editors, readers));
  }

  private void restrict() {
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
                        List.of(
                            "p, proj:shop:dev, applications, get, shop/*, allow",
                            "p, proj:shop:dev, applications, sync, shop/*, allow"))))));
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP), "", "", "", "")));
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

  private static PageFinding documentation(String says) {
    return new PageFinding(
        new Finding(
            FindingKind.DOCUMENTATION,
            Severity.WARNING,
            NodeId.application(Apps.key("root")),
            Optional.empty(),
            Optional.of(Since.exactly(NOON)),
            Sentence.of("missing-child", says),
            List.of(Sentence.of("say.parent", says))),
        7,
        "Payments",
        "/pages/viewpage.action?pageId=7");
  }

  private static Viewer licensed() {
    return TestViewers.licensed().current().orElseThrow();
  }

  private Parameters parameters(String... namesAndValues) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Parameters.of(block, given);
  }

  private Answer answer(Viewer viewer, String... parameters) throws BadParameter {
    return block.answer(
        new Question(
            viewer,
            new Place.Page(Optional.of("page"), Optional.of("DEMO")),
            parameters(parameters),
            Face.PAGE));
  }

  private Answer answered(Viewer viewer, String... parameters) {
    try {
      return answer(viewer, parameters);
    } catch (BadParameter e) {
      throw new AssertionError(e);
    }
  }

  private Content content(String... parameters) {
    return ((Answer.Shown) answered(licensed(), parameters)).content().get();
  }

  private static String html(Content content, Face face) {
    StringBuilder html = new StringBuilder();
    content.body().rows().forEach(row -> html.append(row.html(face)));
    return html.toString();
  }
}
