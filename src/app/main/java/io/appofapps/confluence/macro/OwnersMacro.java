package io.appofapps.confluence.macro;

import io.appofapps.confluence.view.owners.OwnersBlock;
import jakarta.inject.Inject;

/** {@code aoa-owners}. */
public class OwnersMacro extends BlockMacro {

  @Inject
  public OwnersMacro(OwnersBlock block, MacroKit kit) {
    super(block, kit, "owners-placeholder.png");
  }
}
