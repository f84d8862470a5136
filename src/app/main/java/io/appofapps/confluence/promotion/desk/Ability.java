package io.appofapps.confluence.promotion.desk;

import java.util.Optional;

/**
 * Whether a person may do something now.
 *
 * @param whyNot why not and who can; empty when they may
 */
public record Ability(Optional<Saying> whyNot) {

  public static final Ability YES = new Ability(Optional.empty());

  public static Ability no(String text, String... arguments) {
    return new Ability(Optional.of(Saying.of(text, arguments)));
  }

  public boolean allowed() {
    return whyNot.isEmpty();
  }
}
