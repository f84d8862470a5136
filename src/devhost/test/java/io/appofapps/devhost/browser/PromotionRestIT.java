package io.appofapps.devhost.browser;

import static io.appofapps.devhost.browser.RestPromotions.json;
import static io.appofapps.devhost.browser.RestPromotions.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.devhost.web.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;

/** A promotion from the plan to Healthy and back, by REST alone, over the real host and Git. */
@BrowserTest
class PromotionRestIT {

  private static final String REST = RestPromotions.PATH;
  private static final String ROUTE =
      "\"set\": \"hq\", \"service\": \"orders\", \"from\": \"staging\", \"to\": \"prod\"";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern LINE =
      Pattern.compile("(.*),\"previous\":\"([0-9a-f]{64})\",\"hash\":\"([0-9a-f]{64})\"}");

  @Test
  void aVersionGoesForthAndBackAndTheRecordHoldsIt(RunningDemo demo) throws Exception {
    Account developer = Account.of(demo, "developer");
    Account approver = Account.of(demo, "approver");
    Account viewer = Account.of(demo, "viewer");

    JsonNode plan = json(developer.post(REST + "/plan", "{" + ROUTE + "}"), 200);
    assertThat(plan.path("mayRequest").asBoolean()).as(plan.toString()).isTrue();
    assertThat(plan.path("blockers").size()).as(plan.toString()).isZero();
    assertThat(plan.path("edits").size()).isEqualTo(1);
    assertThat(plan.path("edits").path(0).path("diff").asText()).contains("5.9.8", "6.0.0");
    assertThat(plan.path("approvals").path("groups").toString()).contains("platform-approvers");
    JsonNode ofViewer = json(viewer.post(REST + "/plan", "{" + ROUTE + "}"), 200);
    assertThat(ofViewer.path("mayRequest").asBoolean(true)).isFalse();
    assertThat(ofViewer.path("whyNot").asText()).isNotEmpty();

    String wish =
        "{"
            + ROUTE
            + ", \"reason\": \"by REST\", \"idempotencyKey\": \"rest-it\", \"digest\": \""
            + plan.path("digest").asText()
            + "\"}";
    JsonNode asked = json(developer.post(REST, wish), 201);
    String id = asked.path("id").asText();
    assertThat(asked.path("state").asText()).isEqualTo("requested");
    assertThat(json(developer.post(REST, wish), 201).path("id").asText()).isEqualTo(id);
    Browser console = Account.console(demo);
    Await.until(
        "the mail", LIMIT, () -> outbox(console).contains("Your approval is wanted: orders"));
    assertThat(outbox(console)).contains("approver@").doesNotContain("viewer@");

    String word = "{\"digest\": \"" + plan.path("digest").asText() + "\", \"comment\": \"fine\"}";
    HttpResponse<String> own = developer.post(REST + "/" + id + "/approve", word);
    assertThat(own.statusCode()).as(own.body()).isEqualTo(403);
    assertThat(viewer.post(REST + "/" + id + "/approve", word).statusCode()).isEqualTo(403);
    assertThat(ids(developer.get(REST + "/waiting"))).doesNotContain(id);
    assertThat(ids(approver.get(REST + "/waiting"))).contains(id);
    RestPromotions.approve(approver, id, plan.path("digest").asText());

    RestPromotions.awaitState(developer, id, "healthy");
    JsonNode done = RestPromotions.find(developer, id);
    String commit = done.path("commits").path(0).path("id").asText();
    RevCommit made =
        demo.git().log().stream().filter(each -> each.name().equals(commit)).findFirst().get();
    assertThat(made.getAuthorIdent().getName()).isEqualTo("Devin Developer");
    assertThat(made.getFullMessage()).contains(id).contains("Priya Approver");

    recordHolds(demo, viewer, id);
    Await.until("the news", LIMIT, () -> outbox(console).contains("Healthy: orders"));
    RestPromotions.takeBack(developer, approver, id);
  }

  private static void recordHolds(RunningDemo demo, Account viewer, String id) throws Exception {
    String log = viewer.as(REST + "?promotion=" + id, "application/x-ndjson").body();
    assertThat(log.lines().map(line -> parsed(line).path("event").asText()))
        .startsWith("request")
        .contains("refused", "approve", "commit", "become-healthy");
    assertThat(viewer.as(REST + "?promotion=" + id, "text/csv").body())
        .startsWith("sequence,at,promotion,")
        .contains(",become-healthy,");
    JsonNode events =
        parsed(viewer.as(REST + "?promotion=" + id, "application/cloudevents-batch+json").body());
    assertThat(events.findValuesAsText("type"))
        .contains("dev.cdevents.change.created.0.4.0", "dev.cdevents.change.merged.0.3.0");
    JsonNode listed = json(viewer.get(REST + "?service=orders&state=healthy"), 200);
    assertThat(listed.path("promotions").findValuesAsText("id")).contains(id);

    JsonNode check = json(viewer.get(REST + "/verify"), 200);
    assertThat(check.path("valid").asBoolean()).as(check.toString()).isTrue();
    assertThat(check.path("firstBroken").isNull()).isTrue();
    String export =
        Account.of(demo, "admin")
            .as("/rest/aoa/1.0/admin/promotions/log", "application/x-ndjson")
            .body();
    assertThat(chained(export)).isGreaterThanOrEqualTo(check.path("rows").asLong());
    assertThat(viewer.as("/rest/aoa/1.0/admin/promotions/log", "application/x-ndjson").statusCode())
        .isEqualTo(403);
  }

  /** How many rows hang together, as somebody finds out who has the export only. */
  private static long chained(String export) throws Exception {
    String before = "0".repeat(64);
    long rows = 0;
    for (String line : export.split("\n")) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      assertThat(matcher.group(2)).as(line).isEqualTo(before);
      byte[] bytes = (before + matcher.group(1) + "}").getBytes(StandardCharsets.US_ASCII);
      before = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat(matcher.group(3)).as(line).isEqualTo(before);
      rows++;
    }
    return rows;
  }

  /** What administrators see of mails and notices. */
  private static String outbox(Browser administrator) {
    return administrator.get("/admin/outbox.action").body();
  }

  private static List<String> ids(HttpResponse<String> list) {
    return json(list, 200).path("promotions").findValuesAsText("id");
  }
}
