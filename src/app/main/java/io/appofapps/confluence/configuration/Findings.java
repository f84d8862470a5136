package io.appofapps.confluence.configuration;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is wrong, below one path of the document. */
final class Findings {

  /** Most characters of any single text but certificates. */
  static final int LONG = 1_000;

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}\\x{feff}]");

  /** The shape of ids and of names in Kubernetes. */
  static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern SECRET = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,118}[a-z0-9])?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private final String prefix;
  private final List<FieldError> found = new ArrayList<>();

  Findings(String prefix) {
    this.prefix = prefix;
  }

  List<FieldError> all() {
    return List.copyOf(found);
  }

  /** An error unless that holds. */
  void unless(boolean holds, String field, String message) {
    if (!holds) {
      found.add(new FieldError(prefix + field, message));
    }
  }

  void atMost(String field, int size, int most) {
    unless(size <= most, field, "has more than " + most + " entries");
  }

  /** One line that is neither blank nor too long. */
  void line(String field, String text, int longest) {
    unless(!text.isBlank(), field, "must not be empty");
    optionalLine(field, text, longest);
  }

  /** One line that may be empty. */
  void optionalLine(String field, String text, int longest) {
    unless(text.length() <= longest, field, "is longer than " + longest + " characters");
    unless(
        !UNSEEN.matcher(text).find(),
        field,
        "holds line breaks or other characters that cannot be seen: remove them");
  }

  void shape(String field, String text, Pattern shape, String message) {
    unless(shape.matcher(text).matches(), field, message);
  }

  /** The id of an entry. */
  void id(String field, String text) {
    shape(
        field,
        text,
        ID,
        "must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end");
  }

  void secret(String field, SecretReference reference) {
    shape(
        field,
        reference.name(),
        SECRET,
        "must name a secret: 1 to 120 lower-case letters, digits, dots and hyphens");
  }

  /** Lines, each with that shape and none twice. */
  void shapes(String field, List<String> texts, int most, Pattern shape, String message) {
    atMost(field, texts.size(), most);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String at = field + "[" + i + "]";
      shape(at, texts.get(i), shape, message);
      unless(seen.add(texts.get(i)), at, "is there twice: remove one");
    }
  }

  /** An absolute address of a host, without user, query and fragment. */
  static boolean isPlainAddress(URI address) {
    return address.getScheme() != null
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && address.toString().length() <= LONG;
  }

  /** Whether nobody on the way can listen: https, or http that stays on this machine. */
  static boolean isGuarded(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme())
            && address.getHost() != null
            && LOOPBACK.matcher(address.getHost()).matches());
  }
}
