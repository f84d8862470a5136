package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.Problems.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lenient view of one JSON object of untrusted shape: what is absent is empty, what has the wrong
 * type or is too long is noted as a problem and read as empty or cut.
 */
final class Fields {

  private static final int MAX_TEXT = 4096;
  static final int MAX_ITEMS = 500;

  private final Map<?, ?> values;
  private final String path;
  private final Problems problems;

  private Fields(Map<?, ?> values, String path, Problems problems) {
    this.values = values;
    this.path = path;
    this.problems = problems;
  }

  /** The top of a resource. */
  static Fields of(Map<String, Object> values, Problems problems) {
    return new Fields(values, "", problems);
  }

  /** The problems noted so far, shared by all views of the resource. */
  Problems problems() {
    return problems;
  }

  /** Where in the resource this object stands, for people. */
  String path() {
    return path;
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  /** The object of that name, without fields when absent. */
  Fields object(String name) {
    return wrap(values.get(name), child(name));
  }

  private Fields wrap(Object value, String at) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(map, at, problems);
    }
    if (value != null) {
      problems.note(at, Reason.NOT_AN_OBJECT);
    }
    return new Fields(Map.of(), at, problems);
  }

  /** The text of that name, empty when absent. */
  String text(String name) {
    return text(values.get(name), child(name));
  }

  private String text(Object value, String at) {
    if (value instanceof String text) {
      return cut(text, at);
    }
    if (value != null) {
      problems.note(at, Reason.NOT_A_TEXT);
    }
    return "";
  }

  private String cut(String text, String at) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    problems.note(at, Reason.TOO_LONG);
    int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return text.substring(0, end);
  }

  /** The yes or no of that name. */
  boolean flag(String name, boolean whenAbsent) {
    Object value = values.get(name);
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value != null) {
      problems.note(child(name), Reason.NOT_A_BOOLEAN);
    }
    return whenAbsent;
  }

  /** The count of that name, 0 when absent. */
  int count(String name) {
    Object value = values.get(name);
    if (value instanceof Number number && number.longValue() >= 0) {
      return (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    }
    if (value != null) {
      problems.note(child(name), Reason.NOT_A_COUNT);
    }
    return 0;
  }

  /** The value of that name, of whatever shape, for comparing. */
  Optional<Object> raw(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The moment of that name. */
  Optional<Instant> moment(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      problems.note(child(name), Reason.NOT_A_MOMENT);
      return Optional.empty();
    }
  }

  /** The texts of the list of that name, at most so many as the app keeps. */
  List<String> texts(String name) {
    List<?> items = kept(name);
    List<String> result = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      result.add(text(items.get(i), child(name) + "[" + i + "]"));
    }
    return result;
  }

  /** The objects of the list of that name, at most so many as the app keeps. */
  List<Fields> objects(String name) {
    return wrapAll(name, kept(name));
  }

  /** The objects of the list of that name, however many. */
  List<Fields> allObjects(String name) {
    return wrapAll(name, list(name));
  }

  private List<Fields> wrapAll(String name, List<?> items) {
    List<Fields> result = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      result.add(wrap(items.get(i), child(name) + "[" + i + "]"));
    }
    return result;
  }

  private List<?> kept(String name) {
    List<?> items = list(name);
    if (items.size() <= MAX_ITEMS) {
      return items;
    }
    problems.note(child(name), Reason.TOO_MANY);
    return items.subList(0, MAX_ITEMS);
  }

  private List<?> list(String name) {
    Object value = values.get(name);
    if (value instanceof List<?> items) {
      return items;
    }
    if (value != null) {
      problems.note(child(name), Reason.NOT_A_LIST);
    }
    return List.of();
  }

  private String child(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
