package io.appofapps.devhost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What people do with promotions by REST, each in their own name. */
final class RestPromotions {

  static final String PATH = "/rest/aoa/1.0/promotions";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private RestPromotions() {}

  static JsonNode find(Account who, String id) {
    return json(who.get(PATH + "/" + id), 200);
  }

  static void approve(Account who, String id, String digest) {
    json(
        who.post(
            PATH + "/" + id + "/approve",
            "{\"digest\": \"" + digest + "\", \"comment\": \"fine\"}"),
        200);
  }

  static void awaitState(Account who, String id, String state) {
    Await.until(
        "promotion " + state, LIMIT, () -> find(who, id).path("state").asText().equals(state));
  }

  /**
   * Takes a healthy promotion back, by the same two people, and waits until the service is back.
   */
  static void takeBack(Account requester, Account approver, String id) {
    JsonNode plan = json(requester.post(PATH + "/" + id + "/rollback/plan", "{}"), 200);
    String digest = plan.path("digest").asText();
    JsonNode asked =
        json(
            requester.post(
                PATH + "/" + id + "/rollback",
                "{\"digest\": \"" + digest + "\", \"reason\": \"back\"}"),
            201);
    assertThat(asked.path("rollsBack").asText()).isEqualTo(id);
    String back = asked.path("id").asText();
    approve(approver, back, digest);
    awaitState(requester, back, "healthy");
    awaitState(requester, id, "rolled-back");
  }

  /** The body of an answer of that status. */
  static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return parsed(answer.body());
  }

  static JsonNode parsed(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
