package io.appofapps.confluence.promotion.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.promotion.gate.Freeze;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Freezes as JSON, ASCII only. */
final class FreezeDocument {

  private FreezeDocument() {}

  static String write(Freeze freeze) {
    ObjectNode node = scope(freeze.scope());
    node.set("by", Json.person(freeze.by()));
    node.put("reason", freeze.reason()).put("since", freeze.since().toString());
    return Json.write(node);
  }

  /**
   * @throws RuntimeException when the text is not such a document
   */
  static Freeze read(String text) {
    JsonNode node = Json.parse(text);
    Freeze.Scope scope =
        node.has("set")
            ? new Freeze.Scope.OfSet(Json.text(node, "set"))
            : new Freeze.Scope.OfProject(Json.text(node, "connection"), Json.text(node, "project"));
    return new Freeze(
        scope,
        Json.person(node.path("by")),
        Json.text(node, "reason"),
        Instant.parse(Json.text(node, "since")));
  }

  /** The same for the same scope, and never the same for two. */
  static String key(Freeze.Scope scope) {
    try {
      byte[] text = Json.write(scope(scope)).getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static ObjectNode scope(Freeze.Scope scope) {
    ObjectNode node = Json.object();
    if (scope instanceof Freeze.Scope.OfSet set) {
      return node.put("set", set.set());
    }
    Freeze.Scope.OfProject project = (Freeze.Scope.OfProject) scope;
    return node.put("connection", project.connection()).put("project", project.project());
  }
}
