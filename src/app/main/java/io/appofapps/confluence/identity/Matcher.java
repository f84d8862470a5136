package io.appofapps.confluence.identity;

import io.appofapps.confluence.application.Glob;
import io.appofapps.confluence.application.PatientText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How patterns of a policy are compared with what is asked: {@code policy.matchMode}. */
public enum Matcher {
  /**
   * The whole text, no separators: {@code *} crosses slashes; {@code ?}, {@code [a-z]}, {@code
   * [!a]}, <code>{a,b}</code> and backslash as usual. A pattern that cannot be read matches
   * nothing.
   */
  GLOB {
    @Override
    Pattern compile(String pattern) {
      return Glob.compile(pattern);
    }

    @Override
    boolean test(Pattern pattern, String text) {
      return pattern.matcher(new PatientText(text)).matches();
    }

    @Override
    boolean unreadable() {
      return false;
    }
  },

  /**
   * A regular expression found anywhere in the text. One that cannot be read voids the judgement of
   * the identity in question, as in Argo CD, where {@code *} alone is such a one.
   */
  REGEX {
    @Override
    Pattern compile(String pattern) {
      return Pattern.compile(pattern);
    }

    @Override
    boolean test(Pattern pattern, String text) {
      return pattern.matcher(new PatientText(text)).find();
    }

    @Override
    boolean unreadable() {
      throw new VoidedException();
    }
  };

  private static final int LONGEST = 1_000;

  abstract Pattern compile(String pattern);

  abstract boolean test(Pattern pattern, String text);

  /** What an unreadable pattern means. */
  abstract boolean unreadable();

  /** The word of {@code policy.matchMode}; everything but {@code regex} is glob, as in Argo CD. */
  public static Matcher of(String word) {
    return word.equals("regex") ? REGEX : GLOB;
  }

  /** Whether the text matches the pattern. */
  boolean matches(String pattern, String text, Map<String, Object> compiled) {
    Object known = compiled.computeIfAbsent(pattern, this::compiledOrNothing);
    try {
      return known instanceof Pattern readable ? test(readable, text) : unreadable();
    } catch (PatientText.ExhaustedException e) {
      throw new VoidedException();
    }
  }

  static Map<String, Object> cache() {
    return new ConcurrentHashMap<>();
  }

  private Object compiledOrNothing(String pattern) {
    try {
      return pattern.length() > LONGEST ? "too long" : compile(pattern);
    } catch (PatternSyntaxException e) {
      return "unreadable";
    }
  }

  /** The judgement of one identity cannot be made. */
  static final class VoidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoidedException() {
      super("A pattern cannot be read", null, false, false);
    }
  }
}
