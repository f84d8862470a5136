package io.appofapps.confluence.promotion.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Parts that promotions and entries have in common, read as the canonical form has them. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * @throws IllegalArgumentException when the text is not JSON
   */
  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The document is not JSON", e);
    }
  }

  static String write(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  static String text(JsonNode node, String name) {
    return node.path(name).asText("");
  }

  static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
    List<T> values = new ArrayList<>();
    node.forEach(each -> values.add(reader.apply(each)));
    return values;
  }

  static Person person(JsonNode node) {
    return new Person(
        text(node, "key"),
        text(node, "name"),
        list(node.path("groups"), JsonNode::asText),
        text(node, "agent"));
  }

  static ObjectNode person(Person person) {
    ObjectNode node = object().put("key", person.key()).put("name", person.name());
    person.groups().forEach(node.putArray("groups")::add);
    if (!person.agent().isEmpty()) {
      node.put("agent", person.agent());
    }
    return node;
  }

  static ApplicationKey application(JsonNode node) {
    return new ApplicationKey(
        text(node, "connection"), text(node, "namespace"), text(node, "name"));
  }

  static ObjectNode application(ApplicationKey key) {
    return object()
        .put("connection", key.connection())
        .put("namespace", key.namespace())
        .put("name", key.name());
  }

  static Move move(JsonNode node) {
    return new Move(text(node, "what"), text(node, "before"), text(node, "after"));
  }

  static Commit commit(JsonNode node) {
    return new Commit(text(node, "repository"), text(node, "branch"), text(node, "id"));
  }

  static Map<String, String> bases(JsonNode node) {
    Map<String, String> bases = new TreeMap<>();
    node.forEach(each -> bases.put(text(each, "repository"), text(each, "commit")));
    return bases;
  }
}
