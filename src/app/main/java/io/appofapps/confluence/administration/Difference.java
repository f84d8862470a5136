package io.appofapps.confluence.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One place where two documents differ.
 *
 * @param path where, connections and sets by their names: {@code connections[prod].server}
 * @param kind what becomes of it
 * @param from value before as a short text, empty where it is long, structured or absent
 * @param to value after, likewise
 */
public record Difference(String path, Kind kind, Optional<String> from, Optional<String> to) {

  private static final int LONGEST = 120;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What becomes of a place. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** The order of named things is another. */
    REORDERED
  }

  /** The differences in the order of their documents; secrets stand in neither. */
  public static List<Difference> between(Configuration before, Configuration after) {
    List<Difference> found = new ArrayList<>();
    compare("", document(before), document(after), found);
    return found;
  }

  private static JsonNode document(Configuration configuration) {
    try {
      return MAPPER.readTree(ConfigurationDocument.writeJson(configuration));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(String path, JsonNode from, JsonNode to, List<Difference> found) {
    if (from.equals(to)) {
      return;
    }
    if (from.isMissingNode() || to.isMissingNode()) {
      Kind kind = from.isMissingNode() ? Kind.ADDED : Kind.REMOVED;
      found.add(new Difference(path, kind, text(from), text(to)));
    } else if (from.isObject() && to.isObject()) {
      fields(path.isEmpty() ? "" : path + ".", byField(from), byField(to), "", found);
    } else if (isNamed(from) && isNamed(to) && from.size() + to.size() > 0) {
      Map<String, JsonNode> old = byName(from);
      Map<String, JsonNode> young = byName(to);
      int before = found.size();
      fields(path + "[", old, young, "]", found);
      if (found.size() == before) {
        found.add(new Difference(path, Kind.REORDERED, Optional.empty(), Optional.empty()));
      }
    } else {
      found.add(new Difference(path, Kind.CHANGED, text(from), text(to)));
    }
  }

  private static void fields(
      String before,
      Map<String, JsonNode> from,
      Map<String, JsonNode> to,
      String after,
      List<Difference> found) {
    Set<String> names = new LinkedHashSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      compare(
          before + name + after,
          from.getOrDefault(name, MissingNode.getInstance()),
          to.getOrDefault(name, MissingNode.getInstance()),
          found);
    }
  }

  private static Map<String, JsonNode> byField(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.fields().forEachRemaining(each -> fields.put(each.getKey(), each.getValue()));
    return fields;
  }

  private static Map<String, JsonNode> byName(JsonNode array) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    array.forEach(each -> named.put(name(each), each));
    return named;
  }

  /** Whether all of the list have names of their own, so that they can be told apart. */
  private static boolean isNamed(JsonNode node) {
    if (!(node instanceof ArrayNode array)) {
      return false;
    }
    for (JsonNode each : array) {
      if (name(each).isEmpty()) {
        return false;
      }
    }
    return byName(array).size() == array.size();
  }

  /** Sets have a key, connections an id; rules have keys too, but of labels, and a kind. */
  private static String name(JsonNode node) {
    return node.has("kind") ? "" : node.path("id").asText(node.path("key").asText(""));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(text -> text.length() <= LONGEST && text.lines().count() == 1);
  }
}
