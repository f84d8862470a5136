package io.appofapps.confluence.state.rows;

import java.util.regex.Pattern;

/** Text in a short column. What does not fit is cut there; the document has it whole. */
public final class Column {

  private static final int LENGTH = 255;
  private static final Pattern UNSAFE = Pattern.compile("[^\\x20-\\x7e]");

  private Column() {}

  /** One bad text must not make the whole batch fail for ever. */
  public static String write(String text) {
    String clean = UNSAFE.matcher(text).replaceAll("?");
    return clean.length() <= LENGTH ? clean : clean.substring(0, LENGTH);
  }

  /** Oracle knows no empty text. */
  public static String read(String text) {
    return text == null ? "" : text;
  }
}
