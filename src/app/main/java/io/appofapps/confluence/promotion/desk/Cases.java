package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.rows.PromotionPage;
import java.util.List;
import java.util.Optional;

/**
 * Some promotions, newest first.
 *
 * @param next where to go on after; empty at the end
 */
public record Cases(List<Case> cases, Optional<PromotionPage.Place> next) {

  public Cases {
    cases = List.copyOf(cases);
  }
}
