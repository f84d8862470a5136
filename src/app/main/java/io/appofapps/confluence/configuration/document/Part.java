package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One object of the document, read field by field. Every mistake is collected and answered with
 * something harmless, so that one reading finds them all. No value is ever quoted: it may be a
 * secret in the wrong place.
 */
final class Part {

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private final JsonNode node;
  private final String path;
  private final Errors errors;
  private final Set<String> known = new HashSet<>();

  Part(JsonNode node, String path, Errors errors) {
    boolean object = node.isObject();
    this.node = object ? node : JsonNodeFactory.instance.objectNode();
    this.path = path;
    this.errors = errors;
    if (!object) {
      errors.add(path, "must be an object with named fields");
    }
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  void error(String name, String message) {
    errors.add(path(name), message);
  }

  /** Whether the field is there and is not null. */
  boolean has(String name) {
    known.add(name);
    return node.hasNonNull(name);
  }

  Optional<String> text(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    return text(node.get(name), path(name)).filter(text -> !text.isEmpty());
  }

  String required(String name, String advice) {
    boolean there = has(name);
    Optional<String> text = text(name);
    if (text.isEmpty() && (!there || node.get(name).isTextual())) {
      error(name, "is missing: " + advice);
    }
    return text.orElse("");
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (!node.get(name).isBoolean()) {
      error(name, "must be true or false");
    }
    return node.get(name).asBoolean(otherwise);
  }

  Optional<Integer> number(String name) {
    if (has(name) && !node.get(name).isInt()) {
      error(name, "must be a whole number");
      return Optional.of(0);
    }
    return has(name) ? Optional.of(node.get(name).intValue()) : Optional.empty();
  }

  Optional<URI> address(String name) {
    Optional<String> text = text(name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text.get()));
    } catch (URISyntaxException e) {
      error(name, "must be an address, for instance https://api.example.com:6443");
      return Optional.empty();
    }
  }

  <E extends Enum<E>> E word(String name, Class<E> type, Optional<E> otherwise) {
    Optional<String> text = otherwise.isPresent() && !has(name) ? Optional.empty() : text(name);
    Optional<E> found = text.flatMap(word -> Words.find(type, word));
    if (found.isEmpty() && (otherwise.isEmpty() || has(name))) {
      error(
          name,
          "must be one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(Words::of)
                  .collect(Collectors.joining(", ")));
    }
    return found.or(() -> otherwise).orElse(type.getEnumConstants()[0]);
  }

  List<String> texts(String name) {
    return elements(name, (item, at) -> text(item, at).orElse(""));
  }

  /** Whether the field is there and has fields itself. */
  boolean hasObject(String name) {
    return has(name) && node.get(name).isObject();
  }

  /** The object of that name; an empty one where it is missing. */
  Part object(String name) {
    JsonNode found = has(name) ? node.get(name) : JsonNodeFactory.instance.objectNode();
    return new Part(found, path(name), errors);
  }

  <T> List<T> objects(String name, Function<Part, T> reader) {
    return elements(name, (item, at) -> reader.apply(new Part(item, at, errors)));
  }

  /** Says which fields nobody has asked for. */
  void refuseOthers(String... readOnly) {
    known.addAll(List.of(readOnly));
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                boolean plain = PLAIN_NAME.matcher(name).matches();
                error(plain ? name : "?", "is not known here: check its spelling and indentation");
              }
            });
  }

  private interface Element<T> {
    T read(JsonNode item, String at);
  }

  private <T> List<T> elements(String name, Element<T> reader) {
    List<T> result = new ArrayList<>();
    if (has(name)) {
      JsonNode list = node.get(name);
      if (!list.isArray()) {
        error(name, "must be a list");
      }
      for (int i = 0; list.isArray() && i < list.size(); i++) {
        result.add(reader.read(list.get(i), path(name) + "[" + i + "]"));
      }
    }
    return result;
  }

  private Optional<String> text(JsonNode item, String at) {
    if (!item.isTextual()) {
      errors.add(at, "must be text: put quotes around it");
      return Optional.empty();
    }
    return Optional.of(item.textValue());
  }
}
