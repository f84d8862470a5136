package io.appofapps.confluence.promotion.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.Vote;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Promotions as JSON, ASCII only. */
final class PromotionDocument {

  private PromotionDocument() {}

  static String write(Promotion promotion) {
    ObjectNode node = Json.object();
    node.put("id", promotion.id());
    node.set("request", write(promotion.request()));
    node.put("state", promotion.state().word());
    node.put("cause", promotion.cause());
    promotion.pullRequest().ifPresent(address -> node.put("pullRequest", address));
    ArrayNode votes = node.putArray("votes");
    promotion.votes().forEach(vote -> votes.add(write(vote)));
    ArrayNode commits = node.putArray("commits");
    promotion
        .commits()
        .forEach(
            commit ->
                commits
                    .addObject()
                    .put("repository", commit.repository())
                    .put("branch", commit.branch())
                    .put("id", commit.id()));
    ObjectNode reached = node.putObject("reached");
    promotion.reached().forEach((state, at) -> reached.put(state.word(), at.toString()));
    return Json.write(node);
  }

  private static ObjectNode write(Request request) {
    ObjectNode node = Json.object();
    node.put("set", request.set())
        .put("service", request.service())
        .put("from", request.from())
        .put("to", request.to())
        .put("digest", request.digest())
        .put("reason", request.reason())
        .put("idempotencyKey", request.idempotencyKey())
        .put("at", request.at().toString());
    node.set("source", Json.application(request.source()));
    node.set("target", Json.application(request.target()));
    node.set("by", Json.person(request.by()));
    request.page().ifPresent(page -> node.put("page", page));
    request.rollsBack().ifPresent(id -> node.put("rollsBack", id));
    ArrayNode moves = node.putArray("moves");
    request
        .moves()
        .forEach(
            move ->
                moves
                    .addObject()
                    .put("what", move.what())
                    .put("before", move.before())
                    .put("after", move.after()));
    ArrayNode bases = node.putArray("bases");
    request
        .bases()
        .forEach(
            (repository, commit) ->
                bases.addObject().put("repository", repository).put("commit", commit));
    return node;
  }

  private static ObjectNode write(Vote vote) {
    ObjectNode node =
        Json.object()
            .put("approves", vote.approves())
            .put("comment", vote.comment())
            .put("digest", vote.digest())
            .put("at", vote.at().toString());
    node.set("by", Json.person(vote.by()));
    return node;
  }

  /**
   * @throws IllegalArgumentException when the text is not such a document
   */
  static Promotion read(String text) {
    JsonNode node = Json.parse(text);
    Map<PromotionState, Instant> reached = new EnumMap<>(PromotionState.class);
    node.path("reached")
        .fields()
        .forEachRemaining(
            each -> reached.put(state(each.getKey()), Instant.parse(each.getValue().asText())));
    return new Promotion(
        Json.text(node, "id"),
        request(node.path("request")),
        state(Json.text(node, "state")),
        Json.list(
            node.path("votes"),
            vote ->
                new Vote(
                    Json.person(vote.path("by")),
                    vote.path("approves").asBoolean(),
                    Json.text(vote, "comment"),
                    Json.text(vote, "digest"),
                    Instant.parse(Json.text(vote, "at")))),
        Json.list(node.path("commits"), Json::commit),
        optional(node, "pullRequest"),
        reached,
        Json.text(node, "cause"));
  }

  private static Request request(JsonNode node) {
    return new Request(
        Json.text(node, "set"),
        Json.text(node, "service"),
        Json.text(node, "from"),
        Json.text(node, "to"),
        Json.application(node.path("source")),
        Json.application(node.path("target")),
        Json.list(node.path("moves"), Json::move),
        Json.text(node, "digest"),
        Json.bases(node.path("bases")),
        Json.person(node.path("by")),
        Json.text(node, "reason"),
        node.has("page") ? OptionalLong.of(node.path("page").asLong()) : OptionalLong.empty(),
        Json.text(node, "idempotencyKey"),
        optional(node, "rollsBack"),
        Instant.parse(Json.text(node, "at")));
  }

  private static Optional<String> optional(JsonNode node, String name) {
    return Optional.of(Json.text(node, name)).filter(text -> !text.isEmpty());
  }

  private static PromotionState state(String word) {
    return PromotionState.of(word)
        .orElseThrow(() -> new IllegalArgumentException("There is no state " + word));
  }
}
