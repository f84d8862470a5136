package io.appofapps.confluence.view.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parameters of a macro as given: names and values, untrusted, blank ones left out. */
public final class Parameters {

  private static final int MAX_TEXT = 253;

  /** Set by the script when it has asked for the rows that a page came without. */
  private static final String ROWS = "rows";

  private static final String ALL_ROWS = "all";

  private final SortedMap<String, String> given;

  private Parameters(SortedMap<String, String> given) {
    this.given = given;
  }

  /**
   * Those of the given that the block knows, and {@code rows=all}, which all know; everything else
   * is ignored.
   */
  public static Parameters of(Block block, Map<String, String> given) {
    SortedMap<String, String> kept = new TreeMap<>();
    for (String name : block.parameters()) {
      String value = given.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        kept.put(name, value);
      }
    }
    if (ALL_ROWS.equals(given.get(ROWS))) {
      kept.put(ROWS, ALL_ROWS);
    }
    return new Parameters(kept);
  }

  /** Key of the deployment set: parameter {@code set}, needed. */
  public String set() throws BadParameter {
    String set = text("set");
    if (set.isEmpty()) {
      throw new BadParameter("set", "", "key");
    }
    return set;
  }

  /** Key of a kept snapshot: parameter {@code snapshot}; empty for the state of now. */
  public String snapshot() throws BadParameter {
    return text("snapshot");
  }

  /**
   * The text, at most 253 characters; empty when absent.
   *
   * @throws BadParameter when it is longer
   */
  public String text(String name) throws BadParameter {
    String value = given.getOrDefault(name, "");
    if (value.length() > MAX_TEXT) {
      throw new BadParameter(name, value.substring(0, MAX_TEXT), "1–" + MAX_TEXT);
    }
    return value;
  }

  /** The words of a list with commas, in its order, none twice; empty when absent. */
  public List<String> words(String name) {
    return Arrays.stream(given.getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * A whole number.
   *
   * @throws BadParameter when it is none or out of the limits
   */
  public int number(String name, int absent, int least, int most) throws BadParameter {
    String value = given.getOrDefault(name, "");
    if (value.isEmpty()) {
      return absent;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, with what is allowed
    }
    throw new BadParameter(name, value, least + "–" + most);
  }

  /**
   * One of several words, upper or lower case.
   *
   * @param word how a choice is written
   * @throws BadParameter when it is none of them
   */
  public <T> T choice(String name, T[] all, Function<T, String> word, T absent)
      throws BadParameter {
    String value = given.getOrDefault(name, "");
    if (value.isEmpty()) {
      return absent;
    }
    for (T one : all) {
      if (word.apply(one).equalsIgnoreCase(value)) {
        return one;
      }
    }
    throw new BadParameter(
        name, value, Arrays.stream(all).map(word).collect(Collectors.joining(", ")));
  }

  /** The same for an enum, written in lower case. */
  public <E extends Enum<E>> E choice(String name, E[] all, E absent) throws BadParameter {
    return choice(name, all, one -> one.name().toLowerCase(Locale.ROOT), absent);
  }

  /** Whether all rows are sent to a page, however many there are. */
  public boolean whole() {
    return given.containsKey(ROWS);
  }

  /** As a query string, in the order of the names. */
  public String query() {
    return given.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that && given.equals(that.given);
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }
}
