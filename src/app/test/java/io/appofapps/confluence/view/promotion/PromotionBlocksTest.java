package io.appofapps.confluence.view.promotion;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.ScriptTexts;
import io.appofapps.confluence.view.body.Csv;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.environments.Matrices;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Token;
import io.appofapps.confluence.view.pages.ServicePages;
import io.appofapps.confluence.view.pages.TestDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PromotionBlocksTest {

  private static final String EVIL = "<img src=x onerror=alert(1)>\"'";

  private final Scene scene =
      Scene.of(
          app("root").lists("pay-dev", "pay-staging", "pay-prod"),
          in("dev", "v2.9.0"),
          in("staging", "v2.8.4"),
          in("prod", "v2.8.4").health(HealthStatus.DEGRADED));
  private final SceneDesk desk = new SceneDesk();
  private final AtomicLong rows = new AtomicLong();
  private final PromotionMemory memory =
      new PromotionMemory(rows::get, scene.store::renew, System::nanoTime);
  private final PromotionsSeen seen = new PromotionsSeen(() -> desk, memory);
  private final ScriptTexts scriptTexts = new ScriptTexts(scene.texts);
  private final PromoteBlock panel =
      new PromoteBlock(
          scene.pages,
          new Matrices(
              scene.configuration,
              Commits.UNKNOWN,
              new ServicePages(() -> Map.of(), new TestDirectory())),
          seen,
          scene.configuration,
          scriptTexts,
          scene.texts);
  private final ApprovalsBlock queue =
      new ApprovalsBlock(scene.pages, seen, scriptTexts, scene.texts);
  private final PromotionsBlock log =
      new PromotionsBlock(scene.pages, seen, scene.configuration, scene.texts);

  private static Apps in(String environment, String version) {
    return app("pay-" + environment)
        .trackedBy("root")
        .label("environment", environment)
        .label("app.kubernetes.io/name", "pay")
        .images("registry.example.com/pay:" + version);
  }

  private Promotion requested(String key, String words) {
    return requested(key, words, new Person("dora", "Dora" + words, List.of()));
  }

  private Promotion requested(String key, String words, Person by) {
    return Promotion.requested(
        new Request(
            "root",
            "pay",
            "dev",
            "staging",
            Apps.key("pay-dev"),
            Apps.key("pay-staging"),
            List.of(new Move("image.tag" + words, "v2.8.4" + words, "v2.9.0" + words)),
            "d".repeat(64),
            java.util.Map.of(),
            by,
            "because" + words,
            java.util.OptionalLong.empty(),
            key,
            Optional.empty(),
            Instant.now().minusSeconds(60)));
  }

  private void happened(Promotion promotion) {
    desk.promotions.removeIf(each -> each.id().equals(promotion.id()));
    desk.promotions.add(0, promotion);
    rows.incrementAndGet();
    memory.happened(promotion, "request", Person.NOBODY);
  }

  private Document html(Block block, Face face, String... parameters) throws BadParameter {
    return Jsoup.parse(scene.frame.html(block, Scene.question(block, face, parameters), "", true));
  }

  @Test
  void thePanelShowsTheNextPairWithItsGatesAndWhoMustAgreeWithoutScript() throws BadParameter {
    Document page = html(panel, Face.PAGE, "service", "PAY");

    assertThat(page.select(".aoa-title").text()).isEqualTo("Promote pay");
    assertThat(page.select(".aoa-place").eachText())
        .hasSize(2)
        .satisfies(
            places -> {
              assertThat(places.get(0)).contains("dev", "v2.9.0", "Healthy");
              assertThat(places.get(1)).containsSubsequence("staging", "v2.8.4", "then", "v2.9.0");
            });
    assertThat(page.select(".aoa-gates").text())
        .contains("Passed: pay-dev is Synced and Healthy.")
        .contains("Approval by approvers", "The one who asked may not approve.");
    assertThat(page.select("[data-desk]").eachAttr("data-desk")).containsExactly("plan");
    assertThat(desk.asked).containsOnly(new Route("root", "pay", "dev", "staging"));
  }

  @Test
  void readersChooseAnotherPair() throws BadParameter {
    Document page = html(panel, Face.PAGE, "service", "pay", "from", "staging", "to", "prod");
    assertThat(page.select("select[data-choose=from] option[selected]").text())
        .isEqualTo("staging");
    assertThat(page.select("select[data-choose=to] option").eachText())
        .containsExactly("dev", "staging", "prod");
    assertThat(page.select(".aoa-place").get(1).text()).contains("Degraded");
    assertThatThrownBy(() -> html(panel, Face.PAGE, "service", "pay", "to", "mars"))
        .isInstanceOf(BadParameter.class);
  }

  @Test
  void anApplicationStandsForItsServiceAndItsEnvironment() throws BadParameter {
    html(panel, Face.PAGE, "application", "argocd/pay-prod");
    assertThat(desk.asked).containsOnly(new Route("root", "pay", "staging", "prod"));
  }

  @Test
  void whoMayDoNothingSeesNoButtonButWhy() throws BadParameter {
    desk.request = Ability.no("aoa.promotion.gate.another-one", "Ann");
    desk.decide = Ability.no("aoa.promotion.vote.requester");
    Document page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select("button")).isEmpty();
    assertThat(page.select(".aoa-part-act").text()).contains("asked for by Ann");

    happened(requested("1", ""));
    page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select("button")).isEmpty();
    assertThat(page.select(".aoa-part-act").text()).contains("nobody approves their own request");
  }

  @Test
  void aClosedGateSaysWhyAndWhenItOpens() throws BadParameter {
    desk.gates =
        List.of(
            new Gate(
                "soak-time",
                false,
                "aoa.promotion.gate.soaking",
                List.of("pay-dev", "60"),
                Optional.of(Instant.parse("2026-11-23T12:00:00Z"))));
    Document page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select(".aoa-gates li").get(0).text())
        .contains("Stands against it: pay-dev has not yet run its version for 60 minutes. opens");
    assertThat(page.select("[data-desk=plan]").text()).isEqualTo("Show plan");
  }

  @Test
  void whatIsUnderWayStandsWithItsStepsItsReasonAndTheVotes() throws Exception {
    happened(requested("1", "").with(Promotions.vote("ann", true)));
    Document page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select(".aoa-diff").text())
        .contains("- image.tag: v2.8.4", "+ image.tag: v2.9.0");
    assertThat(page.select(".aoa-part-change").text()).contains("Asked for by Dora", "because");
    assertThat(page.select(".aoa-step").eachText())
        .startsWith("requested, done", "1 of 1 approval, under way");
    assertThat(page.select("[data-desk]").eachAttr("data-desk"))
        .containsExactly("approve", "reject");
    assertThat(page.select("[data-desk=approve]").attr("data-digest")).isEqualTo("d".repeat(64));
    assertThat(page.select(".aoa-gates").text()).contains("ann", "has approved", "seen");
  }

  @Test
  void eachChangeReachesThePagesThatAreOpen() throws Exception {
    var question = Scene.question(panel, Face.PAGE, "service", "pay");
    Answer.Shown before = (Answer.Shown) panel.answer(question);
    Token shown =
        Token.parse(html(panel, Face.PAGE, "service", "pay").select(".aoa").attr("data-revision"));
    assertThat(scene.frame.isUpToDate(before, shown)).isTrue();

    happened(requested("1", ""));

    Answer.Shown after = (Answer.Shown) panel.answer(question);
    assertThat(scene.frame.isUpToDate(after, shown)).isFalse();
    assertThat(scene.frame.changeSince(panel, question, after, shown).rows().keySet())
        .contains("steps", "change", "gates");
  }

  @Test
  void whatIsOverGivesWayToTheNextOneAndStaysAsHistory() throws Exception {
    Promotion rejected =
        requested("1", "").after(PromotionEvent.REJECT, Instant.now(), "not before the release");
    happened(rejected);
    Document page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select(".aoa-part-steps").text())
        .contains("Last promotion: v2.9.0", "rejected, ended here", "not before the release");
    assertThat(page.select("[data-desk]").eachAttr("data-desk")).containsExactly("plan");

    happened(requested("2", ""));
    page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select(".aoa-history").text()).contains("rejected v2.9.0 dev → staging Dora");
  }

  @Test
  void whereThereIsNoWayTheReasonStands() throws BadParameter {
    desk.refusal =
        Optional.of(
            new DeskException(
                DeskException.Kind.INVALID, Saying.of("aoa.plan.no-parent", "pay-staging")));
    Document page = html(panel, Face.PAGE, "service", "pay");
    assertThat(page.select("button")).isEmpty();
    assertThat(page.select(".aoa-part-act").text()).contains("No Application that is watched");

    assertThat(html(panel, Face.PAGE, "service", "nowhere").text())
        .contains("There is no service “nowhere” here.");
    desk.on = false;
    assertThat(html(panel, Face.PAGE, "service", "pay").text())
        .contains("Promotions are switched off.");
  }

  @Test
  void paperHasNoButtonsAndAStamp() throws Exception {
    happened(requested("1", ""));
    for (Block block : List.of(panel, queue, log)) {
      String service = block == panel ? "pay" : "";
      Document export = html(block, Face.EXPORT, "service", service);
      assertThat(export.select("button, select, svg, [data-row], [data-desk], [hidden]")).isEmpty();
      assertThat(export.text()).contains("v2.9.0", "Dora", "Europe/Berlin");
    }
  }

  @Test
  void whatPeopleWroteIsNeverMarkup() throws Exception {
    desk.request = Ability.no("aoa.promotion.gate.another-one", EVIL);
    desk.gates =
        List.of(
            new Gate(
                "freeze",
                false,
                "aoa.promotion.gate.frozen-set",
                List.of(EVIL, EVIL),
                Optional.empty()));
    happened(requested("1", EVIL));
    happened(requested("2", EVIL).after(PromotionEvent.REJECT, Instant.now(), EVIL));
    for (Block block : List.of(panel, queue, log)) {
      for (Face face : Face.values()) {
        Document html =
            html(
                block, face, block == panel ? "service" : "period", block == panel ? "pay" : "all");
        assertThat(html.select("img, [onerror]")).as(block.name()).isEmpty();
        assertThat(html.text()).contains("<img");
      }
    }
  }

  @Test
  void whoDecidesAndWhoLooksBackReadsThatACopilotHasAsked() throws Exception {
    happened(requested("a", "", new Person("dora", "Dora", List.of(), "helper <b>2")));
    String asked = "Dora through the copilot helper <b>2";
    assertThat(html(queue, Face.PAGE).text()).contains(asked);
    assertThat(html(panel, Face.PAGE, "service", "pay").text()).contains(asked);
    assertThat(html(log, Face.PAGE).text()).contains(asked);
  }

  @Test
  void theQueueSaysWhatWaitsForThePersonWithItsButtons() throws Exception {
    assertThat(html(queue, Face.PAGE).text()).contains("No promotion waits for your approval.");
    happened(requested("1", ""));
    Document page = html(queue, Face.PAGE);
    assertThat(page.select(".aoa-summary").text()).isEqualTo("1 promotion waits");
    assertThat(page.select("li .aoa-waits").text())
        .contains("pay", "dev", "staging", "v2.9.0", "Dora", "because");
    assertThat(page.select("[data-desk]").eachAttr("data-desk"))
        .containsExactly("approve", "reject");
    assertThat(page.select(".aoa-stamp").text()).doesNotContain("·");
  }

  @Test
  void theLogIsNarrowedByStatePersonAndPeriod() throws Exception {
    happened(requested("1", ""));
    happened(requested("2", "").after(PromotionEvent.CANCEL, Instant.now(), ""));
    assertThat(html(log, Face.PAGE).select("tbody tr")).hasSize(2);
    assertThat(html(log, Face.PAGE, "set", "").select("tbody tr")).hasSize(2);
    Document cancelled = html(log, Face.PAGE, "state", "cancelled, expired", "person", "dora");
    assertThat(cancelled.select("tbody tr")).hasSize(1);
    assertThat(cancelled.select("tbody tr").text())
        .contains("pay", "Dora", "dev", "staging", "v2.8.4 → v2.9.0", "cancelled");
    assertThat(html(log, Face.PAGE, "person", "nobody").text()).contains("No promotion matches.");
    assertThat(html(log, Face.PAGE, "environment", "prod").text()).contains("No promotion matches");
    assertThatThrownBy(() -> html(log, Face.PAGE, "state", "lost"))
        .isInstanceOf(BadParameter.class);
  }

  @Test
  void commitsLeadToTheGitHostWhereThatIsKnown() throws Exception {
    String id = "0123456789abcdef0123456789abcdef01234567";
    Commit known = new Commit("deploy", "main", id);
    Commit unknown = new Commit("gone", "main", id);
    happened(requested("1", "").withCommits(List.of(known, unknown)));
    scene.configuration.set(
        Configuration.EMPTY.withRepositories(
            List.of(
                new RepositorySettings(
                    "deploy",
                    "https://bot@github.com/team/deploy.git",
                    RepositorySettings.JIRA_KEYS,
                    Optional.empty(),
                    Optional.empty()))));
    for (Block block : List.of(log, panel)) {
      Document page = html(block, Face.PAGE, "service", "pay");
      assertThat(page.select("a[href*=commit]").eachAttr("href"))
          .containsExactly("https://github.com/team/deploy/commit/" + id);
      assertThat(page.text()).contains("gone");
    }
    Answer.Shown shown = (Answer.Shown) log.answer(Scene.question(log, Face.EXPORT));
    assertThat(Csv.of(shown.content().get().table().orElseThrow()))
        .contains("deploy@" + id + " gone@" + id);
  }

  @Test
  void theLogAsCsvHasWhatTheTableHides() throws Exception {
    Promotion promotion = requested("1", "");
    happened(promotion);
    Answer.Shown shown = (Answer.Shown) log.answer(Scene.question(log, Face.EXPORT));
    assertThat(Csv.of(shown.content().get().table().orElseThrow()))
        .startsWith("service,set,who,requested,from,to,versions,approvers,outcome,")
        .contains("pay,root,Dora,", ",requested,", "because", "dora", promotion.id());
  }

  @Test
  void somebodyWhoMayNotSeeThePageSeesNoPromotions() throws BadParameter, IllegalMoveException {
    happened(requested("1", ""));
    var nobody =
        new io.appofapps.confluence.view.frame.Question(
            io.appofapps.confluence.view.TestViewers.person(
                false, java.util.Set.of(), java.util.Set.of()),
            new io.appofapps.confluence.sight.Place.Page(Optional.of("page"), Optional.of("DEMO")),
            io.appofapps.confluence.view.frame.Parameters.of(log, java.util.Map.of()),
            Face.PAGE);
    assertThat(log.answer(nobody)).isInstanceOf(Answer.Away.class);
  }
}
