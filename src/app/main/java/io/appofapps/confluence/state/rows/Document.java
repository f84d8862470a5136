package io.appofapps.confluence.state.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A compact JSON object: what is empty is left out, and all but ASCII is escaped, so that neither
 * the database's character set nor a NUL in a manifest can spoil a row.
 */
public final class Document {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonNode node;

  private Document(JsonNode node) {
    this.node = node;
  }

  /** An object without anything in it. */
  public static Document empty() {
    return new Document(MAPPER.createObjectNode());
  }

  /**
   * @throws IllegalArgumentException when the text is not a JSON object
   */
  public static Document parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node instanceof ObjectNode) {
        return new Document(node);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The document is not JSON", e);
    }
    throw new IllegalArgumentException("The document is not a JSON object");
  }

  public String write() {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  private ObjectNode object() {
    return (ObjectNode) node;
  }

  public Document put(String name, String text) {
    if (!text.isEmpty()) {
      object().put(name, text);
    }
    return this;
  }

  public String text(String name) {
    return node.path(name).asText("");
  }

  public Document put(String name, boolean flag) {
    if (flag) {
      object().put(name, true);
    }
    return this;
  }

  public boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  public Document put(String name, int number) {
    if (number != 0) {
      object().put(name, number);
    }
    return this;
  }

  public int number(String name) {
    return node.path(name).asInt(0);
  }

  public Document put(String name, Optional<Instant> moment) {
    moment.ifPresent(value -> object().put(name, value.toString()));
    return this;
  }

  public Optional<Instant> moment(String name) {
    return node.has(name) ? Optional.of(Instant.parse(text(name))) : Optional.empty();
  }

  public Document put(String name, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = object().putArray(name);
      texts.forEach(array::add);
    }
    return this;
  }

  public List<String> texts(String name) {
    List<String> result = new ArrayList<>();
    node.path(name).forEach(item -> result.add(item.asText()));
    return result;
  }

  public Document put(String name, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      ObjectNode map = object().putObject(name);
      new TreeMap<>(entries).forEach(map::put);
    }
    return this;
  }

  public Map<String, String> entries(String name) {
    Map<String, String> result = new TreeMap<>();
    node.path(name).fields().forEachRemaining(e -> result.put(e.getKey(), e.getValue().asText()));
    return result;
  }

  /** Writes each value into an object of its own. */
  public <T> Document put(String name, List<T> values, BiConsumer<Document, T> writer) {
    if (!values.isEmpty()) {
      ArrayNode array = object().putArray(name);
      values.forEach(value -> writer.accept(new Document(array.addObject()), value));
    }
    return this;
  }

  public <T> List<T> list(String name, Function<Document, T> reader) {
    List<T> result = new ArrayList<>();
    node.path(name).forEach(item -> result.add(reader.apply(new Document(item))));
    return result;
  }
}
