package io.appofapps.confluence.docs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts as they are compared: without case, runs of space, invisible characters, the {@code @}
 * before a name, {@code mailto:} before an address and the slash behind one.
 */
final class Normal {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DIVIDER = Pattern.compile("[,;\\n]");

  private Normal() {}

  /** The text as it is compared. */
  static String of(String text) {
    String plain =
        Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    String lower = SPACE.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    String address = lower.startsWith("mailto:") ? lower.substring("mailto:".length()) : lower;
    String name = address.startsWith("@") ? address.substring(1).strip() : address;
    boolean slash = name.endsWith("/") && name.contains("://");
    return slash ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether the text says nothing: it is empty, or a dash as people write it into empty cells. */
  static boolean isBlank(String text) {
    return text.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || isSymbol(c));
  }

  /** Pictographs count as something said. */
  private static boolean isSymbol(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL;
  }

  /** The items of a text, which are divided by commas, semicolons or lines. */
  static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    for (String item : DIVIDER.split(text)) {
      if (!isBlank(item)) {
        items.add(item.strip());
      }
    }
    return items;
  }

  /** The items as they are compared. */
  static Set<String> compared(List<String> items) {
    Set<String> compared = new LinkedHashSet<>();
    items.forEach(item -> compared.add(of(item)));
    return compared;
  }
}
