package io.appofapps.confluence.promotion.plan;

import java.util.List;

/**
 * Why nothing, or not all, can be moved.
 *
 * @param code stable: {@code not-located}, {@code ambiguous}, {@code not-comparable}
 * @param text key of the sentence for people
 * @param arguments of that sentence
 */
public record Blocker(String code, String text, List<String> arguments) {

  public Blocker {
    arguments = List.copyOf(arguments);
  }
}
