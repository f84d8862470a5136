package io.appofapps.confluence.view.body;

import io.appofapps.confluence.application.HealthStatus;
import java.util.Locale;

/** How much a word wants to be seen; never the only sign of anything. */
public enum Tone {
  OK,
  INFO,
  WARN,
  BAD,
  MUTE;

  /** The tone of a health. */
  public static Tone of(HealthStatus health) {
    return switch (health) {
      case HEALTHY -> OK;
      case PROGRESSING -> INFO;
      case MISSING -> WARN;
      case DEGRADED -> BAD;
      case SUSPENDED, UNKNOWN -> MUTE;
    };
  }

  String css() {
    return "aoa-" + name().toLowerCase(Locale.ROOT);
  }
}
