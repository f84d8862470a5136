package io.appofapps.confluence.promotion.track;

import io.appofapps.confluence.promotion.PromotionEvent;
import java.util.List;

/**
 * What has become of a change.
 *
 * @param event what happens to the promotion
 * @param text key of the sentence that says why, empty where the event says all
 * @param arguments of that sentence
 */
public record Progress(PromotionEvent event, String text, List<String> arguments) {

  public Progress {
    arguments = List.copyOf(arguments);
  }

  static Progress of(PromotionEvent event) {
    return new Progress(event, "", List.of());
  }

  static Progress failed(String text, String... arguments) {
    return new Progress(PromotionEvent.FAIL, "aoa.promotion.track." + text, List.of(arguments));
  }
}
