package io.appofapps.confluence.promotion.splice;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Writes a value so that every YAML parser reads it as that text. */
final class Scalars {

  /** What stays a plain scalar in block and flow context: no indicator, no space, no comment. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+][A-Za-z0-9_./+@:-]*");

  /** What YAML 1.1 or 1.2 reads as something else: numbers, sexagesimals, dates, words. */
  private static final Pattern READ_AS_OTHER =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.[0-9_]+([eE][-+]?[0-9]+)?"
              + "|[-+]?0[xob][0-9a-fA-F_]+"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
              + "|[-+]?\\.(inf|Inf|INF|nan|NaN|NAN)"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"
              + "|(?i:y|n|yes|no|on|off|true|false|null|~)");

  private Scalars() {}

  /**
   * The value in the style that stands there, in double quotes where plain would be misread.
   *
   * @throws UnspliceableException when it has more than one line or control characters
   */
  static String write(String value, ScalarStyle style) throws UnspliceableException {
    if (value.isEmpty() || value.codePoints().anyMatch(Scalars::isUnfit)) {
      throw new UnspliceableException(UnspliceableException.Why.NOT_A_LINE);
    }
    return switch (style) {
      case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
      case DOUBLE_QUOTED -> quoted(value);
      case PLAIN -> isPlain(value) ? value : quoted(value);
      default -> throw new UnspliceableException(UnspliceableException.Why.NOT_A_LINE);
    };
  }

  private static boolean isPlain(String value) {
    return PLAIN.matcher(value).matches()
        && !value.endsWith(":")
        && !READ_AS_OTHER.matcher(value).matches();
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static boolean isUnfit(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c >= 0xD800 && c <= 0xDFFF
        || c == 0xFEFF
        || c >= 0xFFFE && c <= 0xFFFF;
  }
}
