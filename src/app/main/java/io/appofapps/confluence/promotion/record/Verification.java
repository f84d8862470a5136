package io.appofapps.confluence.promotion.record;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the check of the chain found.
 *
 * @param rows rows looked at
 * @param firstBroken sequence number of the first row that is not as it was written, or is missing
 * @param flaw what is wrong with it
 * @param head the last row that holds
 */
public record Verification(long rows, OptionalLong firstBroken, Flaw flaw, Head head) {

  /** What can be wrong with a chain. */
  public enum Flaw {
    NONE,
    /** A row says something else than was written. */
    ALTERED,
    /** A row in the middle, or at the beginning without a checkpoint, is not there. */
    REMOVED,
    /** Rows at the end are not there. */
    CUT,
    /** There are rows after the last one that was written. */
    ADDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the whole chain holds. */
  public boolean valid() {
    return flaw == Flaw.NONE;
  }
}
