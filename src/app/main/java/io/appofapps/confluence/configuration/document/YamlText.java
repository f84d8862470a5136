package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML as a tree of plain values. Anchors, aliases, tags, several documents and doubled keys
 * are refused, so that a small text cannot become a large tree or anything but data.
 */
final class YamlText {

  private static final int DEEPEST = 20;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

  private final Iterator<Event> events;

  private YamlText(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * Reads the text in one portion: the parser fails where a character of two code units lies across
   * the edge of two.
   *
   * @throws InvalidConfigurationException says the line, and no word of the text
   */
  static JsonNode parse(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("document")
            .setCodePointLimit(text.length() + 1)
            .setBufferSize(text.length() + 1)
            .build();
    try {
      return new YamlText(new Parse(settings).parseString(text).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      throw unreadable(e.getProblemMark(), "is not valid YAML: check indentation and quotes");
    } catch (YamlEngineException e) {
      throw unreadable(Optional.empty(), "is not valid YAML: it holds characters that are no text");
    }
  }

  private static InvalidConfigurationException unreadable(Optional<Mark> at, String message) {
    return Errors.only(
        at.map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
            .orElse("document"),
        message);
  }

  private JsonNode document() {
    next();
    if (next().getEventId() == Event.ID.StreamEnd) {
      throw unreadable(Optional.empty(), "is empty");
    }
    JsonNode root = node(next(), 0);
    next();
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw unreadable(end.getStartMark(), "only one document is expected: remove the rest");
    }
    return root;
  }

  private Event next() {
    return events.next();
  }

  private JsonNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw unreadable(event.getStartMark(), "is nested too deeply");
    }
    if (event.getEventId() == Event.ID.Alias
        || (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent())) {
      throw unreadable(
          event.getStartMark(), "anchors (&) and aliases (*) are not allowed: write it out");
    }
    if (event instanceof MappingStartEvent mapping) {
      refuse(mapping.getTag(), event);
      return mapping(depth);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuse(sequence.getTag(), event);
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
        array.add(node(item, depth + 1));
      }
      return array;
    }
    ScalarEvent scalar = (ScalarEvent) event;
    refuse(scalar.getTag(), event);
    return scalar.isPlain()
        ? plain(scalar.getValue())
        : JsonNodeFactory.instance.textNode(scalar.getValue());
  }

  private ObjectNode mapping(int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      JsonNode name = node(key, depth + 1);
      if (!name.isTextual()) {
        throw unreadable(key.getStartMark(), "the name of a field must be text");
      }
      if (object.has(name.textValue())) {
        throw unreadable(key.getStartMark(), "the field is there twice: remove one");
      }
      object.set(name.textValue(), node(next(), depth + 1));
    }
    return object;
  }

  private static void refuse(Optional<String> tag, Event event) {
    if (tag.isPresent()) {
      throw unreadable(event.getStartMark(), "tags (!) are not allowed: quote text beginning so");
    }
  }

  /** As the core schema of YAML 1.2 has it, without its rarer notations of numbers. */
  private static JsonNode plain(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> nodes.nullNode();
      case "true", "True", "TRUE" -> nodes.booleanNode(true);
      case "false", "False", "FALSE" -> nodes.booleanNode(false);
      default -> NUMBER.matcher(text).matches() ? number(text) : nodes.textNode(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return JsonNodeFactory.instance.numberNode(Double.parseDouble(text));
    }
  }
}
