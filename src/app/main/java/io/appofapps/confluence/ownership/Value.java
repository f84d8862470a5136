package io.appofapps.confluence.ownership;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value as a manifest has it; untrusted.
 *
 * @param text what people read: the title of a link, else the value; never blank, at most {@value
 *     #LONGEST} characters, the last of them {@code …} where it was cut
 * @param address where it leads: {@code http}, {@code https} or {@code mailto}; empty when it leads
 *     nowhere
 * @param raw the value itself, cut likewise unless it is an address
 */
public record Value(String text, Optional<String> address, String raw) {

  static final int LONGEST = 300;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

  /** What Go templates print in the place of a value that is not there. */
  private static final String NO_VALUE = "<no value>";

  /** The value of that text; empty when it says nothing. */
  static Optional<Value> of(String written) {
    String raw = written.strip();
    if (isBlank(raw)) {
      return Optional.empty();
    }
    int bar = raw.indexOf('|');
    if (bar >= 0) {
      Optional<String> behind = address(raw.substring(bar + 1).strip());
      if (behind.isPresent()) {
        String title = raw.substring(0, bar).strip();
        return Optional.of(
            new Value(isBlank(title) ? cut(behind.get()) : cut(title), behind, behind.get()));
      }
    }
    Optional<String> address = address(raw);
    return Optional.of(new Value(cut(shown(raw, address)), address, address.orElse(cut(raw))));
  }

  private static boolean isBlank(String text) {
    return text.equals(NO_VALUE)
        || text.codePoints()
            .noneMatch(
                c ->
                    Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
  }

  /** Where the text leads, as an address that may stand in a link. */
  private static Optional<String> address(String text) {
    // Backstage writes a type before an address.
    String plain = text.startsWith("url:") ? text.substring("url:".length()).strip() : text;
    if (plain.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return isWeb(plain) ? Optional.of(plain) : Optional.empty();
    }
    String mail = lower.startsWith("mailto:") ? plain.substring("mailto:".length()) : plain;
    return MAIL.matcher(mail).matches() ? Optional.of("mailto:" + mail) : Optional.empty();
  }

  private static boolean isWeb(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String shown(String raw, Optional<String> address) {
    boolean mail = address.filter(each -> each.startsWith("mailto:")).isPresent();
    return mail ? address.get().substring("mailto:".length()) : address.orElse(raw);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
