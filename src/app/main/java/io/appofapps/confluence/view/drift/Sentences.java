package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.Sentence;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sentences about drift in the reader's language, as plain text and as markup. */
final class Sentences {

  /** Stand for the places of untrusted values while the text is filled; dropped from values. */
  private static final char OPEN = '\uE000';

  private static final char CLOSE = '\uE001';

  private final Texts texts;

  Sentences(Texts texts) {
    this.texts = texts;
  }

  /** Plain text. */
  String text(Sentence sentence) {
    return texts.get(
        sentence.key(),
        sentence.values().stream().map(Serializable.class::cast).toArray(Serializable[]::new));
  }

  /** Markup whose values look like the text around them. */
  Html plain(Sentence sentence) {
    return html(sentence, Html::text);
  }

  /** Markup whose values stand out; a message that is all value does not. */
  Html marked(Sentence sentence) {
    return html(sentence, sentence.key().endsWith(".message") ? Html::text : Pieces::value);
  }

  private Html html(Sentence sentence, Function<String, Html> value) {
    List<Html> values = new ArrayList<>();
    List<Serializable> arguments = new ArrayList<>();
    for (Object each : sentence.values()) {
      if (each instanceof String text) {
        arguments.add("" + OPEN + values.size() + CLOSE);
        values.add(value.apply(text));
      } else {
        arguments.add((Serializable) each);
      }
    }
    return filled(texts.get(sentence.key(), arguments.toArray(Serializable[]::new)), values);
  }

  /** Since when, empty when nobody knows. */
  Html since(Finding finding, Moments moments) {
    return finding
        .since()
        .map(
            since ->
                filled(
                    texts.get(
                        since.exact() ? "aoa.drift.since" : "aoa.drift.since-at-least",
                        "" + OPEN + "0" + CLOSE),
                    List.of(Pieces.time(since.moment(), moments))))
        .orElse(Html.EMPTY);
  }

  private static Html filled(String text, List<Html> values) {
    Html result = Html.EMPTY;
    int from = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
      int close = text.indexOf(CLOSE, open);
      Optional<Html> value = value(text, open, close, values);
      result = result.then(Html.text(text.substring(from, open))).then(value.orElse(Html.EMPTY));
      from = Math.max(open, close) + 1;
    }
    return result.then(Html.text(text.substring(from)));
  }

  private static Optional<Html> value(String text, int open, int close, List<Html> values) {
    return close < 0
        ? Optional.empty()
        : Optional.of(values.get(Integer.parseInt(text.substring(open + 1, close))));
  }
}
