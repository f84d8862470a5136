package io.appofapps.confluence.docs;

import java.util.List;

/**
 * One item of a value: a word, a link, a person.
 *
 * @param readings every text it may be read as, the one that people see first; never empty,
 *     untrusted
 */
public record Piece(List<String> readings) {

  public Piece {
    readings = List.copyOf(readings);
  }

  /** An item that is only text. */
  public static Piece of(String text) {
    return new Piece(List.of(text));
  }

  /** What people see. */
  public String text() {
    return readings.get(0);
  }
}
