package io.appofapps.confluence.macro;

import io.appofapps.confluence.view.promotion.PromoteBlock;
import jakarta.inject.Inject;

/** {@code aoa-promote}: the panel from which a service is promoted. */
public class PromoteMacro extends BlockMacro {

  @Inject
  public PromoteMacro(PromoteBlock block, MacroKit kit) {
    super(block, kit, "promote-placeholder.png");
  }
}
