package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import java.util.Optional;

/**
 * Who asks, and where they stand.
 *
 * @param viewer the person, signed in and licensed
 * @param place the page they look at, whose rights count, or none
 * @param agent name of the copilot that asks in the person's name; the log names both
 */
public record Actor(Viewer viewer, Place place, Optional<String> agent) {

  /**
   * @throws IllegalArgumentException when the agent has no name, since the record would then take
   *     what it does for what the person does
   */
  public Actor {
    if (agent.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("A copilot needs a name");
    }
  }

  /** A person who asks for themselves. */
  public static Actor of(Viewer viewer, Place place) {
    return new Actor(viewer, place, Optional.empty());
  }
}
