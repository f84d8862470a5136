package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.desk.Wish;
import io.appofapps.confluence.promotion.desk.Word;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionRestTest {

  private static final String ROUTE =
      "\"set\": \"shop\", \"service\": \"checkout\", \"from\": \"staging\", \"to\": \"prod\"";
  private static final Viewer DORA = TestViewers.person(true, Set.of(), Set.of("developers"));
  private static final Place.Page PAGE = new Place.Page(Optional.of("the page"), Optional.of("S"));

  private final FakeDesk desk = new FakeDesk();
  private Caller caller = Caller.administrator().notSystemAdmin();
  private Viewers viewers = TestViewers.of(DORA);

  private PromotionParts parts() {
    return new PromotionParts(new Scene().texts);
  }

  private PromotionDoor door() {
    Scene scene = new Scene();
    Places places = new Places(id -> id == 4711 ? Optional.of(PAGE) : Optional.empty());
    return new PromotionDoor(desk, scene.sight(viewers), places, scene.messages, scene.texts);
  }

  private PromotionJson promotions() {
    return new PromotionJson(parts(), new Scene().texts);
  }

  private PromotionsResource list() {
    return new PromotionsResource(door(), promotions(), () -> "https://wiki.example.com");
  }

  private PromotionResource one() {
    return new PromotionResource(
        door(), promotions(), new PlanJson(parts()), new IdentityConfirmation(caller.webSudo()));
  }

  private Response waiting(String page) {
    return new PromotionWaitingResource(door(), promotions()).waiting(page);
  }

  private FreezesResource freezes() {
    return new FreezesResource(door(), parts());
  }

  private Response plan(String body) {
    return new PromotionPlanResource(door(), new PlanJson(parts())).plan(body(body));
  }

  private Response request(String body) {
    return list().request(caller.request(), body(body));
  }

  private static String message(Response answer) {
    return json(answer).path("detail").asText();
  }

  @Test
  void aPlanSaysAllThatPeopleLookAtBeforeTheyAsk() {
    Response answer = plan("{" + ROUTE + ", \"page\": 4711}");
    assertThat(answer.getStatus()).isEqualTo(200);
    JsonNode plan = json(answer);
    assertThat(plan.path("digest").asText()).isEqualTo(desk.prospect().plan().digest());
    assertThat(plan.path("edits").path(0).path("repository").asText()).isEqualTo("deploy");
    assertThat(plan.path("edits").path(0).path("path").asText()).isEqualTo("apps/prod.yaml");
    assertThat(plan.path("edits").path(0).path("diff").asText()).contains("+tag: 2");
    JsonNode gate = plan.path("gates").path(0);
    assertThat(gate.path("name").asText()).isEqualTo("freeze");
    assertThat(gate.path("open").asBoolean(true)).isFalse();
    assertThat(gate.path("reason").asText()).contains("Ann").contains("<b>audit</b>");
    assertThat(gate.path("nextOpening").asText()).isEqualTo(Promotions.NOW.toString());
    assertThat(plan.path("approvals").path("needed").asInt()).isEqualTo(1);
    assertThat(plan.path("approvals").path("groups").toString()).isEqualTo("[\"approvers\"]");
    assertThat(plan.path("blockers").path(0).path("code").asText()).isEqualTo("ambiguous");
    assertThat(plan.path("moves").path(0).path("after").asText()).isEqualTo("2");
    assertThat(plan.path("between").path("stories").toString()).isEqualTo("[\"SHOP-1\"]");
    assertThat(plan.path("mayRequest").asBoolean(true)).isFalse();
    assertThat(plan.path("whyNot").asText()).contains("soak time");
    assertThat(desk.asked)
        .containsExactly(Actor.of(DORA, PAGE), new Route("shop", "checkout", "staging", "prod"));
  }

  @Test
  void aRequestBringsItsWishAndGivesThePromotionsIdAndState() {
    caller.header("Idempotency-Key", "click-1");
    Response answer =
        request(
            "{"
                + ROUTE
                + ", \"digest\": \"abc\", \"reason\": \" now \", \"page\": \"4711\","
                + " \"idempotencyKey\": \"other\"}");
    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(json(answer).path("id").asText()).isEqualTo(desk.found().promotion().id());
    assertThat(json(answer).path("state").asText()).isEqualTo("requested");
    assertThat(desk.asked.get(2))
        .isEqualTo(new Wish("abc", "now", "click-1", OptionalLong.of(4711)));
  }

  @Test
  void aPromotionNamesThePersonAndTheCopilotThatAsked() {
    assertThat(json(one().find("x", null)).at("/requestedBy/agent").isNull()).isTrue();
    desk.by = Promotions.through("helper 2", Promotions.person("dora"));
    JsonNode by = json(one().find("x", null)).path("requestedBy");
    assertThat(by.path("key").asText()).isEqualTo("dora");
    assertThat(by.path("agent").asText()).isEqualTo("helper 2");
  }

  @Test
  void textsThatNobodyNeedsAreRefusedBeforeAnythingIsAsked() {
    String set = "{" + ROUTE.replace("\"shop\"", "\"" + "s".repeat(256) + "\"");
    for (Response answer :
        List.of(
            plan(set + "}"),
            request("{" + ROUTE + ", \"digest\": \"" + "d".repeat(256) + "\"}"),
            request(
                "{" + ROUTE + ", \"digest\": \"d\", \"reason\": \"" + "r".repeat(4_001) + "\"}"),
            one().approve(caller.request(), "x", body("{\"digest\": \"" + "d".repeat(256) + "\"}")),
            one()
                .reject(
                    caller.request(), "x", body("{\"comment\": \"" + "c".repeat(4_001) + "\"}")),
            freezes()
                .freezeSet(
                    caller.request(),
                    "shop",
                    body("{\"reason\": \"" + "r".repeat(4_001) + "\"}")))) {
      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(message(answer)).contains("at most").hasSizeLessThan(100);
    }
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void withoutAKeyEachRequestIsOneOfItsOwn() {
    request("{" + ROUTE + ", \"digest\": \"abc\"}");
    request("{" + ROUTE + ", \"digest\": \"abc\"}");
    Wish first = (Wish) desk.asked.get(2);
    Wish second = (Wish) desk.asked.get(5);
    assertThat(first.idempotencyKey()).isNotEmpty().isNotEqualTo(second.idempotencyKey());
    assertThat(first.page()).isEmpty();
  }

  @Test
  void noWriteGoesThroughWithoutTheHeaderThatForeignPagesCannotSend() {
    caller = Caller.inSession();
    String id = desk.found().promotion().id();
    List<Response> answers =
        List.of(
            request("{" + ROUTE + ", \"digest\": \"abc\"}"),
            one().approve(caller.request(), id, body("{}")),
            one().reject(caller.request(), id, body("{}")),
            one().cancel(caller.request(), id, body("{}")),
            one().rollBack(caller.request(), id, body("{\"digest\": \"a\"}")),
            freezes().freezeSet(caller.request(), "shop", body("{\"reason\": \"a\"}")),
            freezes().liftSet(caller.request(), "shop"),
            freezes().freezeProject(caller.request(), "main", "p", body("{\"reason\": \"a\"}")),
            freezes().liftProject(caller.request(), "main", "p"));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.getStatus()).isEqualTo(403))
        .allSatisfy(answer -> assertThat(message(answer)).contains("X-Atlassian-Token"));
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void whoIsNotSignedInGetsNothing() {
    viewers = TestViewers.nobody();
    FakeUri uri = new FakeUri();
    assertThat(plan("{" + ROUTE + "}").getStatus()).isEqualTo(401);
    assertThat(request("{" + ROUTE + ", \"digest\": \"a\"}").getStatus()).isEqualTo(401);
    assertThat(list().list(uri.info()).getStatus()).isEqualTo(401);
    assertThat(waiting(null).getStatus()).isEqualTo(401);
    assertThat(list().jsonLines(uri.info()).getStatus()).isEqualTo(401);
    assertThat(one().find("x", null).getStatus()).isEqualTo(401);
    assertThat(freezes().list(null).getStatus()).isEqualTo(401);
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void onePersonKeepsNoMoreThanTheirShareOfTheServerBusy() {
    PromotionPlanResource plans = new PromotionPlanResource(door(), new PlanJson(parts()));
    Response last = plans.plan(body("{" + ROUTE + "}"));
    for (int i = 0; last.getStatus() == 200 && i < 2 * PromotionDoor.A_MINUTE; i++) {
      last = plans.plan(body("{" + ROUTE + "}"));
    }
    assertThat(last.getStatus()).isEqualTo(429);
    assertThat(last.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(message(last)).contains(PromotionDoor.A_MINUTE + " a minute");
  }

  @Test
  void aPageThatIsNotThereIsSaidAndNothingIsAsked() {
    assertThat(plan("{" + ROUTE + ", \"page\": 1}").getStatus()).isEqualTo(404);
    assertThat(plan("{" + ROUTE + ", \"page\": \"../1\"}").getStatus()).isEqualTo(400);
    assertThat(desk.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, 404, unknown",
    "INVALID, 400, invalid",
    "FORBIDDEN, 403, forbidden",
    "CONFIRM_IDENTITY, 403, confirm-identity",
    "CONFLICT, 409, conflict",
    "MOVED, 409, moved",
    "OFF, 409, off",
    "UNAVAILABLE, 503, unavailable"
  })
  void aRefusalSaysWhyWhatToDoAndOfWhichKindItIs(DeskException.Kind kind, int status, String word) {
    desk.refuses(kind);
    Response answer = one().approve(caller.request(), "id", body("{\"digest\": \"d\"}"));
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(message(answer)).isEqualTo("web is Synced and Healthy.");
    assertThat(json(answer).path("action").asText()).isNotEmpty();
    assertThat(json(answer).path("kind").asText()).isEqualTo(word);
  }

  @Test
  void approvalsBringWhetherThePersonHasShownAgainWhoTheyAre() {
    String sent = "{\"digest\": \"" + FakeDesk.DIGEST + "\", \"comment\": \"fine\"}";
    one().approve(caller.request(), "p1", body(sent));
    assertThat(desk.asked.get(2)).isEqualTo(new Word(FakeDesk.DIGEST, "fine", true));
    caller = Caller.inSession().header("X-Atlassian-Token", "no-check");
    one().approve(caller.request(), "p1", body(sent));
    assertThat(desk.asked.get(6)).isEqualTo(new Word(FakeDesk.DIGEST, "fine", false));
  }

  @Test
  void aTokenNeverConfirmsEvenBesideAConfirmedSession() {
    caller.header("Authorization", "Bearer abc");
    one().approve(caller.request(), "p1", body("{\"digest\": \"d\"}"));
    assertThat(((Word) desk.asked.get(2)).identityConfirmed()).isFalse();
  }

  @Test
  void aPromotionSaysWhatThePersonMayDoAndHowTheVotesWeigh() {
    JsonNode found = json(one().find("p1", null));
    assertThat(found.path("may").path("approve").asBoolean(true)).isFalse();
    assertThat(found.path("may").path("cancel").asBoolean()).isTrue();
    assertThat(found.path("whyNot").path("approve").asText()).contains("own request");
    assertThat(found.path("whyNot").path("cancel").isNull()).isTrue();
    JsonNode vote = found.path("votes").path(0);
    assertThat(vote.path("by").path("key").asText()).isEqualTo("ann");
    assertThat(vote.path("by").has("groups")).isFalse();
    assertThat(vote.path("counts").asBoolean(true)).isFalse();
    assertThat(vote.path("weight").asText()).isEqualTo("other-plan");
    assertThat(vote.path("because").asText()).contains("another plan");
    assertThat(found.path("times").path("requested").asText()).isEqualTo(Promotions.NOW.toString());
    assertThat(found.path("approvals").path("missing").asInt()).isEqualTo(1);
    assertThat(found.path("gates").path(0).path("open").asBoolean(true)).isFalse();
    assertThat(found.path("page").asText()).isEqualTo("4711");
    assertThat(found.path("target").asText()).isEqualTo("main/argocd/checkout-prod");
    assertThat(found.path("version").asLong()).isEqualTo(3);
  }

  @Test
  void theTagIsAnotherAsSoonAsSomethingOfTheAnswerHasChanged() {
    EntityTag first = one().find("p1", null).getEntityTag();
    assertThat(one().find("p1", null).getEntityTag()).isEqualTo(first);
    desk.approve = Ability.YES;
    assertThat(one().find("p1", null).getEntityTag()).isNotEqualTo(first);
    desk.approve = Ability.no("aoa.promotion.vote.requester");
    assertThat(one().find("p1", null).getEntityTag()).isEqualTo(first);
    desk.version = 4;
    assertThat(one().find("p1", null).getEntityTag()).isNotEqualTo(first);
  }

  @Test
  void aRollbackIsPlannedAndAskedForLikeAPromotion() {
    assertThat(json(one().planBack("p1", body("{}"))).path("digest").asText()).isNotEmpty();
    Response asked =
        one()
            .rollBack(
                caller.request(), "p1", body("{\"digest\": \"d\", \"idempotencyKey\": \"k\"}"));
    assertThat(asked.getStatus()).isEqualTo(201);
    assertThat(desk.asked.get(4)).isEqualTo(new Wish("d", "", "k", OptionalLong.empty()));
  }

  @Test
  void listsAreFilteredAndGoOnWhereTheyEnded() {
    FakeUri uri =
        new FakeUri()
            .with("set", "shop")
            .with("environment", "prod")
            .with("person", "me")
            .with("state", "in-review")
            .with("from", "2026-02-01")
            .with("until", "2026-03-01T12:00:00Z")
            .with("limit", "7")
            .with("after", "99_some-id");
    Response answer = list().list(uri.info());
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(json(answer).path("promotions").size()).isEqualTo(1);
    assertThat(json(answer).path("next").asText()).isEqualTo("17_" + desk.found().promotion().id());
    assertThat(desk.asked.subList(1, 4))
        .containsExactly(
            new LogFilter(
                Optional.of("shop"),
                Optional.empty(),
                Optional.of("prod"),
                Optional.of(DORA.key()),
                Optional.of("in-review"),
                Optional.empty(),
                Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-03-01T12:00:00Z"))),
            Optional.of(new PromotionPage.Place(99, "some-id")),
            7);
  }

  @ParameterizedTest
  @CsvSource({
    "state, done, in-review",
    "from, yesterday, 2026-11-30",
    "limit, 0, from 1 to 200",
    "limit, 201, from 1 to 200",
    "limit, many, number",
    "after, abc, next"
  })
  void aFilterThatMeansNothingIsSaid(String name, String value, String said) {
    Response answer = list().list(new FakeUri().with(name, value).info());
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(message(answer)).contains(name).contains(said);
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void whatWaitsForMeIsAList() {
    Response answer = waiting("4711");
    assertThat(json(answer).path("promotions").size()).isEqualTo(1);
    assertThat(desk.asked).containsExactly(Actor.of(DORA, PAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"set\": \"shop\"}', service",
    "'{}', set",
    "'[]', object",
    "'{\"set\": {}}', set",
    "'{', JSON"
  })
  void whatIsMissingIsSaid(String sent, String said) {
    assertThat(request(sent).getStatus()).isEqualTo(400);
    assertThat(message(request(sent))).contains(said);
    assertThat(plan(sent).getStatus()).isEqualTo(400);
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void freezesAreListedMadeAndLifted() {
    JsonNode all = json(freezes().list(null)).path("freezes");
    assertThat(all.path(0).path("set").asText()).isEqualTo("shop");
    assertThat(all.path(0).path("mayLift").asBoolean()).isTrue();
    assertThat(all.path(1).path("project").asText()).isEqualTo("payments");
    assertThat(all.path(1).path("whyNot").asText()).isNotEmpty();
    Response made =
        freezes().freezeProject(caller.request(), "main", "pay", body("{\"reason\": \"audit\"}"));
    assertThat(made.getStatus()).isEqualTo(200);
    assertThat(json(made).path("connection").asText()).isEqualTo("main");
    assertThat(desk.asked).contains(new Freeze.Scope.OfProject("main", "pay"), "audit");
    assertThat(freezes().liftSet(caller.request(), "shop").getStatus()).isEqualTo(204);
    assertThat(desk.asked).contains(new Freeze.Scope.OfSet("shop"), "lift");
    assertThat(freezes().freezeSet(caller.request(), "shop", body("{}")).getStatus())
        .isEqualTo(400);
  }
}
