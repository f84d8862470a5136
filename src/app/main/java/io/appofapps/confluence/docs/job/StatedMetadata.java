package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.application.Application;
import java.util.HashMap;
import java.util.Map;

/** What a manifest says of its Application. */
final class StatedMetadata {

  private static final String PREFIX = "appofapps.io/";

  private StatedMetadata() {}

  /** Values by key of the metadata: the annotations {@code appofapps.io/…}. */
  static Map<String, String> of(Application application) {
    Map<String, String> stated = new HashMap<>();
    application
        .annotations()
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX)) {
                stated.put(key.substring(PREFIX.length()), value);
              }
            });
    return stated;
  }
}
