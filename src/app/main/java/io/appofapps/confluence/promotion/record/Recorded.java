package io.appofapps.confluence.promotion.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A row of the log as it is kept: a link of the chain.
 *
 * @param sequence 1, 2, 3 …, without gaps
 * @param previous hash of the row before; 64 zeros for the first
 * @param hash SHA-256 of {@code previous} and {@code canonical} one after the other, in lower case
 *     hexadecimal
 * @param canonical the entry and its sequence number in {@link CanonicalEntry canonical form}
 */
public record Recorded(long sequence, String previous, String hash, String canonical) {

  /** The next row of the chain. */
  public static Recorded next(Head before, Entry entry) {
    long sequence = before.sequence() + 1;
    String canonical = CanonicalEntry.of(sequence, entry);
    return new Recorded(sequence, before.hash(), hash(before.hash(), canonical), canonical);
  }

  /** Whether the hash is that of what the row says, and its number the one that it says. */
  public boolean isWhole() {
    return hash.equals(hash(previous, canonical))
        && canonical.contains("\"sequence\":" + sequence + ",");
  }

  /** Where the chain ends after this row. */
  public Head head() {
    return new Head(sequence, hash);
  }

  /**
   * The row as a line of JSON Lines, without the line's end: the canonical form with {@code
   * previous} and {@code hash} as two more members at its end.
   */
  public String line() {
    return canonical.substring(0, canonical.length() - 1)
        + ",\"previous\":\""
        + previous
        + "\",\"hash\":\""
        + hash
        + "\"}";
  }

  private static String hash(String previous, String canonical) {
    try {
      byte[] bytes = (previous + canonical).getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
