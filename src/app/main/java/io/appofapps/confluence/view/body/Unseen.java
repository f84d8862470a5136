package io.appofapps.confluence.view.body;

/**
 * The rows of a body that nobody sees at first.
 *
 * @param folded how many rows are sent or not, and hidden until somebody unfolds them
 * @param absent how many rows are not sent
 * @param more which those are
 */
public record Unseen(int folded, int absent, Unseen.More more) {

  /** Everything is sent and seen. */
  public static final Unseen NOTHING = new Unseen(0, 0, More.NO);

  /** Which rows are not sent. */
  public enum More {
    /** None is missing. */
    NO,
    /** Those hidden at first. */
    FOLDED,
    /** Some that would be seen, too. */
    CUT
  }

  /** Rows that would be seen were they sent. */
  static Unseen cut(int absent) {
    return new Unseen(0, absent, More.CUT);
  }
}
