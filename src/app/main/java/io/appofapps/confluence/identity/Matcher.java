package io.appofapps.confluence.identity;

import io.appofapps.confluence.application.Glob;
import io.appofapps.confluence.application.PatientText;
import java.util.function.Predicate;
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
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[{\\\\]");

    @Override
    Predicate<String> ready(String pattern) {
      if (pattern.equals("*")) {
        return text -> true;
      }
      return SPECIAL.matcher(pattern).find() ? super.ready(pattern) : pattern::equals;
    }

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

  /** What tells whether a text matches the pattern. */
  Predicate<String> ready(String pattern) {
    if (pattern.length() > LONGEST) {
      return text -> unreadable();
    }
    try {
      Pattern compiled = compile(pattern);
      return text -> patiently(compiled, text);
    } catch (PatternSyntaxException e) {
      return text -> unreadable();
    }
  }

  private boolean patiently(Pattern pattern, String text) {
    try {
      return test(pattern, text);
    } catch (PatientText.ExhaustedException e) {
      throw new VoidedException();
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
