package io.appofapps.confluence.copilot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Which part of a list is asked for, by the arguments {@code cursor} and {@code limit}. A list that
 * changes meanwhile may show a thing twice or pass one over.
 *
 * @param from how many to pass over
 * @param most how many to give
 */
record Slice(int from, int most) {

  private static final String PREFIX = "from:";
  private static final int LONGEST_CURSOR = 60;

  /** Adds both arguments. */
  static Schema arguments(Schema schema, int absent, int most) {
    return schema
        .maybe("limit", Schema.number("How many at most; " + absent + " when left out.", 1, most))
        .maybe(
            "cursor",
            Schema.text("nextCursor of the answer before, to go on after it.", LONGEST_CURSOR));
  }

  static Slice of(Arguments arguments, int absent) throws ToolFailure {
    return new Slice(from(arguments.text("cursor")), arguments.number("limit", absent));
  }

  private static int from(String cursor) throws ToolFailure {
    if (cursor.isEmpty()) {
      return 0;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int from = Integer.parseInt(plain.substring(PREFIX.length()));
      if (plain.startsWith(PREFIX) && from >= 0) {
        return from;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // said below
    }
    throw new ToolFailure(
        "The cursor is none of this server. Use nextCursor of the answer before as it is, or leave"
            + " it out to begin again.");
  }

  <T> List<T> of(List<T> all) {
    return all.stream().skip(from).limit(most).toList();
  }

  /** Adds {@code total} and, when there is more, {@code nextCursor}. */
  void close(Map<String, Object> answer, int total) {
    answer.put("total", total);
    if ((long) from + most < total) {
      answer.put("nextCursor", cursor(from + most));
    }
  }

  private static String cursor(int from) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((PREFIX + from).getBytes(StandardCharsets.UTF_8));
  }

  /** The same in an output schema. */
  static Schema answers(Schema schema) {
    return schema.with("total", Schema.number()).maybe("nextCursor", Schema.text());
  }
}
