package io.appofapps.confluence.environment;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version that can be ordered: two or three numbers, a {@code v} before or not, a pre-release
 * behind or not (semver.org, with the third number optional as tags have it). Build metadata does
 * not count.
 */
public record SemanticVersion(
    BigInteger major, BigInteger minor, BigInteger patch, String preRelease)
    implements Comparable<SemanticVersion> {

  private static final Pattern SHAPE =
      Pattern.compile(
          "v?(\\d{1,12})\\.(\\d{1,12})(?:\\.(\\d{1,12}))?(?:-([0-9A-Za-z.-]{1,100}))?(?:\\+.*)?");

  /** The version of that text, empty when it is none. */
  public static Optional<SemanticVersion> of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SemanticVersion(
                new BigInteger(matcher.group(1)),
                new BigInteger(matcher.group(2)),
                matcher.group(3) == null ? BigInteger.ZERO : new BigInteger(matcher.group(3)),
                matcher.group(4) == null ? "" : matcher.group(4)))
        : Optional.empty();
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int byMajor = major.compareTo(other.major);
    int byMinor = byMajor != 0 ? byMajor : minor.compareTo(other.minor);
    int byPatch = byMinor != 0 ? byMinor : patch.compareTo(other.patch);
    return byPatch != 0 ? byPatch : comparePreReleases(preRelease, other.preRelease);
  }

  private static int comparePreReleases(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    String[] mine = one.split("\\.", -1);
    String[] theirs = other.split("\\.", -1);
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      int byPart = comparePart(mine[i], theirs[i]);
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(mine.length, theirs.length);
  }

  private static int comparePart(String one, String other) {
    boolean number = one.matches("\\d+");
    if (number != other.matches("\\d+")) {
      return number ? -1 : 1;
    }
    return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }
}
