package io.appofapps.confluence.promotion.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One condition of a promotion and how it stands.
 *
 * @param name stable: {@code sync-window}, {@code source-healthy}, {@code soak-time}, {@code
 *     freeze}, {@code in-progress}, {@code target-drift}
 * @param open whether the promotion may pass
 * @param text key of the sentence for people
 * @param arguments of that sentence
 * @param nextOpening when it opens by itself, as far as that is known
 */
public record Gate(
    String name, boolean open, String text, List<String> arguments, Optional<Instant> nextOpening) {

  public Gate {
    arguments = List.copyOf(arguments);
  }

  static Gate open(String name, String text, String... arguments) {
    return new Gate(name, true, text, List.of(arguments), Optional.empty());
  }

  static Gate closed(String name, String text, String... arguments) {
    return new Gate(name, false, text, List.of(arguments), Optional.empty());
  }

  Gate opening(Optional<Instant> next) {
    return new Gate(name, open, text, arguments, next);
  }
}
