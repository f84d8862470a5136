package io.appofapps.confluence.rest;

import java.util.Map;
import java.util.Optional;

/**
 * Query parameters as somebody gave them.
 *
 * @param given by their names; blank ones count as absent
 */
record QueryValues(Map<String, String> given) {

  /** Without spaces at its ends; empty when absent. */
  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * A whole number, empty when absent.
   *
   * @throws RefusedException 400 when it is none, or not within both ends
   */
  Optional<Long> number(String name, long least, long most) {
    return text(name).map(text -> number(name, text, least, most));
  }

  /** The same, of a text that is a part of the parameter. */
  static long number(String name, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new RefusedException(
        400, "\"" + name + "\" has to be a number from " + least + " to " + most + ".");
  }

  /** How many are wanted at most, empty when absent. */
  Optional<Integer> limit(int most) {
    return number("limit", 1, most).map(Math::toIntExact);
  }
}
