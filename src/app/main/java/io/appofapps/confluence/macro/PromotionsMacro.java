package io.appofapps.confluence.macro;

import io.appofapps.confluence.view.promotion.PromotionsBlock;
import jakarta.inject.Inject;

/** {@code aoa-promotions}: the log of promotions. */
public class PromotionsMacro extends BlockMacro {

  @Inject
  public PromotionsMacro(PromotionsBlock block, MacroKit kit) {
    super(block, kit, "promotions-placeholder.png");
  }
}
