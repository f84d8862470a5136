package io.appofapps.confluence.promotion.desk;

import java.util.List;

/**
 * A sentence for people.
 *
 * @param text key in {@code i18n.properties}
 * @param arguments of that sentence, untrusted
 */
public record Saying(String text, List<String> arguments) {

  public Saying {
    arguments = List.copyOf(arguments);
  }

  /** The sentence of that key. */
  public static Saying of(String text, String... arguments) {
    return new Saying(text, List.of(arguments));
  }
}
