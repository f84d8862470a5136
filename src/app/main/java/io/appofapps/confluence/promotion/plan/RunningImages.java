package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import java.util.Locale;

/**
 * Compares what Git declares with what an Application runs ({@code status.summary.images}): only a
 * version that the source environment has proved is moved on.
 */
final class RunningImages {

  private RunningImages() {}

  /** False when the field is the tag or digest of an image and no image has it. */
  static boolean mayRun(Application application, String field, String value) {
    String lower = field.toLowerCase(Locale.ROOT);
    boolean image = lower.endsWith("tag") || lower.endsWith("digest") || lower.contains("images[");
    return !image
        || application.images().isEmpty()
        || application.images().stream()
            .anyMatch(each -> each.endsWith(":" + value) || each.endsWith("@" + value));
  }
}
