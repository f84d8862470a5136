package io.appofapps.confluence.state.rows;

import java.util.regex.Pattern;

/** Text in a short column. What does not fit is cut there; the document has it whole. */
final class Column {

  private static final int LENGTH = 255;
  private static final Pattern UNSAFE = Pattern.compile("[^\\x20-\\x7e]");

  private Column() {}

  /** One bad text must not make the whole batch fail for ever. */
  static String write(String text) {
    String clean = UNSAFE.matcher(text).replaceAll("?");
    return clean.length() <= LENGTH ? clean : clean.substring(0, LENGTH);
  }

  /** Oracle knows no empty text. */
  static String read(String text) {
    return text == null ? "" : text;
  }
}
