package io.appofapps.confluence.promotion.rows;

import java.util.List;
import java.util.Optional;

/**
 * Some promotions.
 *
 * @param next where to go on after; empty at the end
 */
public record PromotionPage(List<Stored> promotions, Optional<Place> next) {

  public PromotionPage {
    promotions = List.copyOf(promotions);
  }

  /** A place between two promotions. */
  public record Place(long requestedMillis, String id) {}
}
