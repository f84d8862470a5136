package io.appofapps.confluence.promotion.record;

/**
 * Where a chain ends.
 *
 * @param sequence of its last row, 0 before the first
 * @param hash of its last row, in lower case hexadecimal
 */
public record Head(long sequence, String hash) {

  /** Before the first row. */
  public static final Head NONE = new Head(0, "0".repeat(64));
}
