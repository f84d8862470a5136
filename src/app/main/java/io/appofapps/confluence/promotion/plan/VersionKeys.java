package io.appofapps.confluence.promotion.plan;

import java.util.Locale;
import java.util.Set;

/**
 * Which names of values carry a version. Everything else (addresses, replicas, switches) belongs to
 * its environment and is never moved.
 */
final class VersionKeys {

  private static final Set<String> NAMES =
      Set.of(
          "tag",
          "imagetag",
          "image_tag",
          "image-tag",
          "version",
          "appversion",
          "app_version",
          "app-version",
          "chartversion",
          "chart_version",
          "imageversion",
          "image_version",
          "digest",
          "imagedigest",
          "targetrevision",
          "revision",
          "gitrevision",
          "newtag");

  private VersionKeys() {}

  /** Whether a value of that name is one: {@code image.tag}, {@code tag}, {@code appVersion}. */
  static boolean matches(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    return NAMES.contains(dot < 0 ? lower : lower.substring(dot + 1));
  }
}
