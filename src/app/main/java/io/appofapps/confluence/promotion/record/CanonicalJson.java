package io.appofapps.confluence.promotion.record;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in exactly one way: members sorted by name, no white space, everything but printable ASCII
 * escaped as {@code \}{@code u} with four lower-case digits, except {@code \b \t \n \f \r \" \\}.
 * These are the bytes that Python's {@code json.dumps(value, sort_keys=True, separators=(",",
 * ":"))} writes, so that others can make them again. Names are ASCII; values are texts, whole
 * numbers, booleans, lists and objects.
 */
final class CanonicalJson {

  private static final String SHORT = "\b\t\n\f\r\"\\";
  private static final String SHORT_LETTERS = "btnfr\"\\";

  private final Map<String, Object> members = new TreeMap<>();

  /** Leaves out what is empty. */
  CanonicalJson put(String name, String text) {
    if (!text.isEmpty()) {
      members.put(name, text);
    }
    return this;
  }

  CanonicalJson put(String name, long number) {
    members.put(name, number);
    return this;
  }

  CanonicalJson put(String name, boolean flag) {
    members.put(name, flag);
    return this;
  }

  CanonicalJson put(String name, CanonicalJson object) {
    members.put(name, object);
    return this;
  }

  /**
   * Leaves out what is empty.
   *
   * @param values texts or objects
   */
  CanonicalJson put(String name, List<?> values) {
    if (!values.isEmpty()) {
      members.put(name, values);
    }
    return this;
  }

  /** JSON in this very form as a value. */
  CanonicalJson putJson(String name, String json) {
    members.put(name, new Json(json));
    return this;
  }

  private record Json(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out, this);
    return out.toString();
  }

  private static void write(StringBuilder out, Object value) {
    if (value instanceof CanonicalJson object) {
      out.append('{');
      List<String> parts = new ArrayList<>();
      object.members.forEach(
          (name, member) -> {
            StringBuilder part = new StringBuilder();
            quote(part, name);
            part.append(':');
            write(part, member);
            parts.add(part.toString());
          });
      out.append(String.join(",", parts)).append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(out, list.get(i));
      }
      out.append(']');
    } else if (value instanceof String text) {
      quote(out, text);
    } else {
      out.append(value);
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = SHORT.indexOf(c);
      if (at >= 0) {
        out.append('\\').append(SHORT_LETTERS.charAt(at));
      } else if (c < ' ' || c > '~') {
        out.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
