package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** What promotions say, in the reader's language: plain text, which holds what others wrote. */
public final class Sayings {

  private final Texts texts;

  public Sayings(Texts texts) {
    this.texts = texts;
  }

  /**
   * Why the desk has done nothing.
   *
   * @param message what is the matter
   * @param action what to do
   */
  public record Refusal(String message, String action) {}

  public String of(Saying saying) {
    return get(saying.text(), saying.arguments());
  }

  public String of(Gate gate) {
    return get(gate.text(), gate.arguments());
  }

  public String of(Blocker blocker) {
    return get(blocker.text(), blocker.arguments());
  }

  /** Null when they may. */
  public String whyNot(Ability ability) {
    return ability.whyNot().map(this::of).orElse(null);
  }

  public Refusal of(DeskException refused) {
    String key = "aoa.promotion.refusal." + refused.kind().word();
    return new Refusal(
        refused.saying().map(this::of).orElseGet(() -> texts.get(key)), texts.get(key + ".action"));
  }

  private String get(String key, List<String> arguments) {
    return texts.get(key, arguments.toArray(Serializable[]::new));
  }

  /** Argo CD has no words for these states; ours, with a shape of their own. */
  Html state(PromotionState state) {
    String word = word(state);
    return Pieces.shaped(shape(state), tone(state), glyph(state), word);
  }

  String word(PromotionState state) {
    return texts.get("aoa.promotion.state." + state.word());
  }

  /**
   * What people called the person then, and the copilot that acted in their name; the app itself
   * has a name too.
   */
  String name(Person person) {
    if (person.equals(Person.NOBODY)) {
      return texts.get("aoa.promotion.by-app");
    }
    String name = person.name().isEmpty() ? person.key() : person.name();
    return person.agent().isEmpty()
        ? name
        : texts.get("aoa.promotion.through-copilot", name, person.agent());
  }

  /** All values that a promotion brings, each once. */
  static String versions(Promotion promotion) {
    return promotion.request().moves().stream()
        .map(Move::after)
        .map(RevisionText::shortened)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String shape(PromotionState state) {
    return switch (state) {
      case REQUESTED, APPROVED, COMMITTED, IN_REVIEW, SYNCING -> "arc";
      case HEALTHY -> "heart";
      case REJECTED, BLOCKED -> "stop";
      case FAILED -> "broken";
      case CANCELLED, EXPIRED -> "ghost";
      case ROLLED_BACK -> "back";
    };
  }

  private static String tone(PromotionState state) {
    return switch (state) {
      case REQUESTED, APPROVED, COMMITTED, IN_REVIEW, SYNCING -> "info";
      case HEALTHY -> "ok";
      case REJECTED, FAILED -> "bad";
      case BLOCKED -> "warn";
      case CANCELLED, EXPIRED, ROLLED_BACK -> "mute";
    };
  }

  private static String glyph(PromotionState state) {
    return switch (state) {
      case REQUESTED, APPROVED, COMMITTED, IN_REVIEW, SYNCING -> "\u25d4";
      case HEALTHY -> "\u2665";
      case REJECTED, BLOCKED -> "\u2298";
      case FAILED -> "\u2717";
      case CANCELLED, EXPIRED -> "\u25cc";
      case ROLLED_BACK -> "\u21a9";
    };
  }
}
