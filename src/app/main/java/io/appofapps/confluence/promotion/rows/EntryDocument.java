package io.appofapps.confluence.promotion.rows;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.Head;
import io.appofapps.confluence.promotion.record.SeenGate;
import io.appofapps.confluence.promotion.record.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Entries read back from their canonical form. */
final class EntryDocument {

  private EntryDocument() {}

  /**
   * @throws RuntimeException when the text is not such a form
   */
  static Entry read(String canonical) {
    JsonNode node = Json.parse(canonical);
    return new Entry(
        Instant.parse(Json.text(node, "at")),
        Json.text(node, "promotion"),
        Json.text(node, "event"),
        Json.text(node, "outcome"),
        Json.person(node.path("who")),
        subject(node),
        Json.list(node.path("approvers"), Json::person),
        Json.text(node, "reason"),
        Json.text(node, "comment"),
        Json.list(
            node.path("gates"),
            gate ->
                new SeenGate(
                    Json.text(gate, "name"),
                    gate.path("open").asBoolean(),
                    Json.text(gate, "reason"))),
        Json.list(node.path("commits"), Json::commit),
        Json.text(node, "pullRequest"),
        Json.text(node, "rollsBack"),
        Json.text(node, "cause"),
        node.has("removed") ? Optional.of(head(node.path("removed"))) : Optional.empty());
  }

  private static Subject subject(JsonNode node) {
    return new Subject(
        Json.text(node, "set"),
        Json.text(node, "service"),
        Json.text(node, "from"),
        Json.text(node, "to"),
        Optional.of(node.path("source")).filter(JsonNode::isObject).map(Json::application),
        Optional.of(node.path("target")).filter(JsonNode::isObject).map(Json::application),
        Json.list(node.path("moves"), Json::move),
        Json.text(node, "digest"),
        Json.bases(node.path("bases")),
        node.has("page") ? OptionalLong.of(node.path("page").asLong()) : OptionalLong.empty(),
        Json.text(node, "project"));
  }

  private static Head head(JsonNode node) {
    return new Head(node.path("sequence").asLong(), Json.text(node, "hash"));
  }
}
