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
    String name = field.toLowerCase(Locale.ROOT).replaceFirst("\\]$", "");
    boolean image = name.endsWith("tag") || name.endsWith("digest") || name.contains("images[");
    return !image
        || application.images().isEmpty()
        || application.images().stream().anyMatch(each -> runs(each, value));
  }

  /** Charts may put a {@code v} before the tag, and the cluster a digest behind it. */
  private static boolean runs(String image, String value) {
    return image.endsWith("@" + value)
        || image.replaceFirst("@.*", "").endsWith(":" + value)
        || image.replaceFirst("@.*", "").endsWith(":v" + value);
  }
}
