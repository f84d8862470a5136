package io.appofapps.confluence.git;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the keys of stories in commit messages. A pattern that backtracks without end gives up on a
 * message after a fixed number of steps.
 */
final class Stories {

  /** Most keys of one answer. */
  static final int MOST = 50;

  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_KEY = 60;
  private static final int MOST_STEPS = 1_000_000;

  private final Pattern pattern;

  Stories(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** Adds what the message names, as long as there are not too many. */
  void collect(String message, Collection<String> found) {
    String text = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    Matcher matcher = pattern.matcher(new Counted(text, new int[1]));
    try {
      while (found.size() < MOST && matcher.find()) {
        String key = text.substring(matcher.start(), matcher.end()).strip();
        if (!key.isEmpty() && key.length() <= LONGEST_KEY && !found.contains(key)) {
          found.add(key);
        }
      }
    } catch (TooManySteps | StackOverflowError e) {
      // the pattern is too expensive for this message, which then names no more
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("", null, false, false);
    }
  }

  private record Counted(String text, int[] steps) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
