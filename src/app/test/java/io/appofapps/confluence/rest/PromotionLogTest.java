package io.appofapps.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.record.Entries;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.LogPage;
import io.appofapps.confluence.promotion.rows.PromotionChain;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.PromotionLogRow;
import io.appofapps.confluence.promotion.rows.PromotionMarkRow;
import io.appofapps.confluence.promotion.rows.PromotionRow;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as it leaves, over real rows. */
class PromotionLogTest {

  private static final Pattern LINE =
      Pattern.compile("(.*),\"previous\":\"([0-9a-f]{64})\",\"hash\":\"([0-9a-f]{64})\"}");

  private final FakeDesk desk = new FakeDesk();
  private final Caller caller = Caller.administrator();
  private TestActiveObjects ao;
  private PromotionLedger ledger;
  private PromotionChain chain;

  @BeforeEach
  void fill() throws Exception {
    ao = TestActiveObjects.h2();
    ao.migrate(PromotionRow.class, PromotionLogRow.class, PromotionMarkRow.class);
    ledger = new PromotionLedger(ao, row -> {});
    chain = new PromotionChain(ao, row -> {});
    ledger.begin(Promotions.request("dora", "key-1"), List.of());
    ledger.record(Entries.of(PromotionEvent.APPROVE, PromotionState.APPROVED));
    ledger.record(Entries.of(PromotionEvent.COMMIT, PromotionState.COMMITTED));
    ledger.record(Entries.note("=HYPERLINK(\"https://evil\"), \u00e4\ud83d\ude80\n\"quoted\""));
    ledger.record(Entries.of(PromotionEvent.BECOME_HEALTHY, PromotionState.HEALTHY));
    desk.rows.addAll(ledger.log(LogFilter.ALL, 0, 100).rows());
    assertThat(desk.rows).hasSize(5);
  }

  @AfterEach
  void close() {
    ao.close();
  }

  private PromotionsResource resource() {
    Scene scene = new Scene();
    PromotionParts parts = new PromotionParts(scene.texts);
    PromotionDoor door =
        new PromotionDoor(
            desk,
            scene.sight(TestViewers.licensed()),
            new Places(id -> Optional.empty()),
            scene.messages,
            scene.texts);
    return new PromotionsResource(
        door, new PromotionJson(parts, scene.texts), () -> "https://wiki.example.com");
  }

  private PromotionLogResource ofAdministrators(Caller who) {
    return new PromotionLogResource(
        who.guard(), ledger, new ChainVerification(chain), null, () -> "https://wiki.example.com");
  }

  private static String text(Response answer) {
    assertThat(answer.getStatus()).as(String.valueOf(answer.getEntity())).isEqualTo(200);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ((StreamingOutput) answer.getEntity()).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode parsed(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As an auditor would who has only the file and the page of documentation. */
  private static long checked(String export) throws Exception {
    String before = "0".repeat(64);
    long sequence = 0;
    for (String line : export.split("\n")) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()
          || !matcher.group(2).equals(before)
          || parsed(line).path("sequence").asLong() != sequence + 1) {
        return sequence;
      }
      byte[] bytes = (before + matcher.group(1) + "}").getBytes(StandardCharsets.US_ASCII);
      before = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!before.equals(matcher.group(3))) {
        return sequence;
      }
      sequence++;
    }
    return sequence;
  }

  @Test
  void theExportIsCheckedWithNothingButItself() throws Exception {
    String export =
        text(ofAdministrators(caller).jsonLines(caller.request(), new FakeUri().info()));
    assertThat(export.lines()).hasSize(5);
    assertThat(checked(export)).isEqualTo(5);
    assertThat(checked(export.replaceFirst("\"1.5.0\"", "\"1.5.1\""))).isZero();
    String third = export.split("\n")[2];
    assertThat(checked(export.replace(third + "\n", ""))).isEqualTo(2);
  }

  @Test
  void everyPageOfTheLogIsInTheExport() throws Exception {
    String export = text(resource().jsonLines(new FakeUri().info()));
    assertThat(checked(export)).isEqualTo(5);
    assertThat(text(resource().jsonLines(new FakeUri().with("limit", "3").info())).lines())
        .hasSize(3);
    assertThat(text(resource().jsonLines(new FakeUri().with("after", "3").info())).lines())
        .hasSize(2);
    assertThat(desk.asked.get(1)).isEqualTo(LogFilter.ALL);
  }

  @Test
  void csvHasTheColumnsAndNoFormula() {
    Response answer = resource().csv(new FakeUri().info());
    assertThat(answer.getHeaderString("Content-Type")).startsWith("text/csv;charset=UTF-8");
    assertThat(answer.getHeaderString("Content-Disposition")).contains("promotions.csv");
    String csv = text(answer);
    assertThat(csv).startsWith("sequence,at,promotion,event,outcome,who,").endsWith("\r\n");
    assertThat(csv).contains("\"'=HYPERLINK(\"\"https://evil\"\"), \u00e4\ud83d\ude80\n");
  }

  @Test
  void cdEventsAreOneBatchOfCloudEvents() {
    JsonNode batch = parsed(text(resource().cdEvents(new FakeUri().info())));
    assertThat(batch.isArray()).isTrue();
    assertThat(batch.size()).isEqualTo(5);
    assertThat(batch.path(0).path("source").asText()).isEqualTo("https://wiki.example.com");
    assertThat(batch.path(0).path("type").asText()).isEqualTo("dev.cdevents.change.created.0.4.0");
    assertThat(batch.path(4).path("type").asText())
        .isEqualTo("dev.cdevents.service.upgraded.0.3.0");
    desk.rows.clear();
    assertThat(parsed(text(resource().cdEvents(new FakeUri().info()))).size()).isZero();
  }

  @Test
  void anExportThatBreaksOffIsNotTakenForTheWhole() {
    Response answer =
        LogStream.answer(
            LogForm.JSON_LINES,
            null,
            after -> {
              if (after > 0) {
                throw new IllegalStateException("the database is away");
              }
              return new LogPage(desk.rows.subList(0, 2), 2);
            },
            0,
            100);
    assertThatThrownBy(() -> text(answer)).hasMessageContaining("away");
  }

  @Test
  void onlySystemAdministratorsGetTheWholeLog() {
    Caller stranger = Caller.administrator().notSystemAdmin();
    assertThat(
            ofAdministrators(stranger)
                .jsonLines(stranger.request(), new FakeUri().info())
                .getStatus())
        .isEqualTo(403);
    Caller unconfirmed = Caller.inSession();
    assertThat(ofAdministrators(unconfirmed).verify(unconfirmed.request()).getStatus())
        .isEqualTo(401);
  }

  @Test
  void theCheckSaysThatAllHoldsAndFailsLoudlyWhenARowWasAltered() {
    JsonNode whole = Office.json(ofAdministrators(caller).verify(caller.request()));
    assertThat(whole.path("valid").asBoolean()).isTrue();
    assertThat(whole.path("rows").asLong()).isEqualTo(5);
    assertThat(whole.path("firstBroken").isNull()).isTrue();
    PromotionLogRow third = ao.find(PromotionLogRow.class, "SEQUENCE_NUMBER = ?", 3L)[0];
    third.setDocument(third.getDocument().replace("1.5.0", "1.5.1"));
    third.save();
    JsonNode broken = Office.json(ofAdministrators(caller).verify(caller.request()));
    assertThat(broken.path("valid").asBoolean(true)).isFalse();
    assertThat(broken.path("firstBroken").asLong()).isEqualTo(3);
    assertThat(broken.path("flaw").asText()).isEqualTo("altered");
    assertThat(broken.path("head").path("sequence").asLong()).isEqualTo(2);
  }
}
