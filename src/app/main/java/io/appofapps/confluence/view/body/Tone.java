package io.appofapps.confluence.view.body;

import java.util.Locale;

/** How much a word wants to be seen; never the only sign of anything. */
public enum Tone {
  OK,
  INFO,
  WARN,
  BAD,
  MUTE;

  String css() {
    return "aoa-" + name().toLowerCase(Locale.ROOT);
  }
}
