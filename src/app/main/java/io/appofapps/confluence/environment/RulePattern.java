package io.appofapps.confluence.environment;

import java.util.Optional;

/**
 * The pattern of a rule: literal text, {@code *} for any run of characters, <code>{}</code> for the
 * part that is the answer. It must match the whole text, in upper and lower case as written. From
 * left to right every wildcard takes as much as it can, so of several readings there is always the
 * same one: <code>*-{}</code> reads the last part of a name, <code>{}-*</code> all but the last.
 * Time grows with the product of the lengths, whatever the pattern.
 */
public final class RulePattern {

  private static final String ANSWER = "{}";

  /** One character for the answer, so that pattern and text can be walked alike. */
  private static final char CAPTURE = '\uFFFF';

  private final String pattern;

  private RulePattern(String pattern) {
    this.pattern = pattern;
  }

  /** The pattern; an empty one takes the whole text as the answer. */
  public static RulePattern of(String text) {
    return new RulePattern(
        text.isEmpty() ? String.valueOf(CAPTURE) : text.replace(ANSWER, String.valueOf(CAPTURE)));
  }

  /** What stands at the answer's place, empty text where the pattern has none; empty: no match. */
  public Optional<String> match(String text) {
    boolean[][] fits = fits(text);
    if (!fits[0][0]) {
      return Optional.empty();
    }
    String answer = "";
    int at = 0;
    for (int p = 0; p < pattern.length(); p++) {
      int end = isWild(p) ? longest(fits, p, at, text.length()) : at + 1;
      if (pattern.charAt(p) == CAPTURE) {
        answer = text.substring(at, end);
      }
      at = end;
    }
    return Optional.of(answer);
  }

  private int longest(boolean[][] fits, int p, int at, int length) {
    int end = length;
    while (end > at && !fits[p + 1][end]) {
      end--;
    }
    return end;
  }

  /** Whether the rest of the pattern from p matches the rest of the text from t. */
  private boolean[][] fits(String text) {
    boolean[][] fits = new boolean[pattern.length() + 1][text.length() + 1];
    fits[pattern.length()][text.length()] = true;
    for (int p = pattern.length() - 1; p >= 0; p--) {
      for (int t = text.length(); t >= 0; t--) {
        boolean more = t < text.length();
        fits[p][t] =
            switch (pattern.charAt(p)) {
              case '*' -> fits[p + 1][t] || (more && fits[p][t + 1]);
              // an answer is never empty
              case CAPTURE -> more && (fits[p + 1][t + 1] || fits[p][t + 1]);
              default -> more && pattern.charAt(p) == text.charAt(t) && fits[p + 1][t + 1];
            };
      }
    }
    return fits;
  }

  private boolean isWild(int p) {
    return pattern.charAt(p) == '*' || pattern.charAt(p) == CAPTURE;
  }
}
