package io.appofapps.confluence.view;

import io.appofapps.confluence.view.frame.BadParameter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is asked of a tree.
 *
 * @param set key of the deployment set, never empty
 * @param depth levels to show, the root being the first; 0 for all
 * @param show which rows
 * @param environment name of the one environment to show, empty for all
 * @param layout tree or table
 */
public record TreeParameters(String set, int depth, Show show, String environment, Layout layout) {

  /** Deeper trees than this are not asked for by people. */
  private static final int MAX_DEPTH = 100;

  private static final int MAX_TEXT = 253;

  /**
   * Reads the parameters of a macro or of a query; absent ones have their defaults.
   *
   * @throws BadParameter naming the first that cannot be used and what it can be
   */
  public static TreeParameters of(Map<String, String> given) throws BadParameter {
    return new TreeParameters(
        text(given, "set", true),
        depth(given),
        choice(given, "show", Show.values(), Show::word, Show.ATTENTION),
        text(given, "environment", false),
        choice(given, "layout", Layout.values(), Layout::word, Layout.TREE));
  }

  /** The same question for another layout. */
  public TreeParameters as(Layout other) {
    return new TreeParameters(set, depth, show, environment, other);
  }

  /** The same question with everything open. */
  public TreeParameters showing(Show other) {
    return new TreeParameters(set, depth, other, environment, layout);
  }

  /**
   * Reads the revision a caller already has; absent means none, 0.
   *
   * @throws BadParameter when it is not a number from 0
   */
  public static long revision(String since) throws BadParameter {
    if (since == null || since.isBlank()) {
      return 0;
    }
    try {
      long revision = Long.parseLong(since.strip());
      if (revision >= 0) {
        return revision;
      }
    } catch (NumberFormatException e) {
      // said below, with what is allowed
    }
    throw new BadParameter("since", since, "0–" + Long.MAX_VALUE);
  }

  private static String value(Map<String, String> given, String name) {
    return given.getOrDefault(name, "").strip();
  }

  private static String text(Map<String, String> given, String name, boolean required)
      throws BadParameter {
    String value = value(given, name);
    if (required && value.isEmpty()) {
      throw new BadParameter(name, value, "key");
    }
    if (value.length() > MAX_TEXT) {
      throw new BadParameter(name, value.substring(0, MAX_TEXT), "1–" + MAX_TEXT);
    }
    return value;
  }

  private static int depth(Map<String, String> given) throws BadParameter {
    String value = value(given, "depth");
    if (value.isEmpty()) {
      return 0;
    }
    try {
      int depth = Integer.parseInt(value);
      if (depth >= 0 && depth <= MAX_DEPTH) {
        return depth;
      }
    } catch (NumberFormatException e) {
      // said below, with what is allowed
    }
    throw new BadParameter("depth", value, "0–" + MAX_DEPTH);
  }

  private static <T> T choice(
      Map<String, String> given, String name, T[] all, Function<T, String> word, T absent)
      throws BadParameter {
    String value = value(given, name);
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
}
