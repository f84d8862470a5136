package io.appofapps.confluence.macro;

import io.appofapps.confluence.view.card.ApplicationBlock;
import jakarta.inject.Inject;

/** {@code aoa-application}: how one Application stands; it says what its page is about. */
public class ApplicationMacro extends BlockMacro {

  @Inject
  public ApplicationMacro(ApplicationBlock block, MacroKit kit) {
    super(block, kit, "application-placeholder.png");
  }
}
