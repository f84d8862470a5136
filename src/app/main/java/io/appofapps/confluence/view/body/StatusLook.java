package io.appofapps.confluence.view.body;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;

/**
 * Shape and tone of a status. The shape differs for every status, so that nobody needs colours.
 *
 * @param word Argo CD's word
 * @param icon name of the shape in the sprite
 * @param glyph the shape as a character, for outputs without pictures
 * @param tone class of the colour
 */
public record StatusLook(String word, String icon, String glyph, String tone) {

  public static StatusLook of(HealthStatus health) {
    return switch (health) {
      case HEALTHY -> new StatusLook(health.word(), "heart", "♥", "ok");
      case SUSPENDED -> new StatusLook(health.word(), "pause", "‖", "mute");
      case PROGRESSING -> new StatusLook(health.word(), "arc", "◔", "info");
      case MISSING -> new StatusLook(health.word(), "ghost", "◌", "warn");
      case DEGRADED -> new StatusLook(health.word(), "broken", "✗", "bad");
      case UNKNOWN -> new StatusLook(health.word(), "question", "?", "mute");
    };
  }

  public static StatusLook of(SyncStatus sync) {
    return switch (sync) {
      case SYNCED -> new StatusLook(sync.word(), "check", "✓", "ok");
      case OUT_OF_SYNC -> new StatusLook(sync.word(), "up", "↑", "warn");
      case UNKNOWN -> new StatusLook(sync.word(), "question", "?", "mute");
    };
  }
}
