package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Family;

/**
 * A shape for each family, drawn where it stands: a badge has no frame that could hold a sprite.
 */
final class FamilyShape {

  private FamilyShape() {}

  static String of(Family family) {
    return "<svg class=\"aoa-i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">"
        + switch (family) {
          case CONFIGURATION ->
              "<circle cx=\"8\" cy=\"8\" r=\"6.6\" fill=\"none\" stroke=\"currentColor\""
                  + " stroke-width=\"1.6\"></circle><path d=\"M8 11.5V5M5.1 7.7L8 4.8l2.9 2.9\""
                  + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\"></path>";
          case DOCUMENTATION ->
              "<path d=\"M3.5 1.8h6l3 3v9.400h-9zM5.600 7h4.800M5.600 9.500h4.800M5.600 12h3\""
                  + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\"></path>";
          case ACCESS ->
              "<path d=\"M3.200 7.200h9.600v6.600H3.200zM5.400 7V5a2.600 2.600 0 0 1 5.200 0v2\""
                  + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"></path>";
        }
        + "</svg>";
  }
}
