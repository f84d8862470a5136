package io.appofapps.confluence.macro;

import io.appofapps.confluence.view.environments.EnvironmentsBlock;
import jakarta.inject.Inject;

/** {@code aoa-environments}: services by environments. */
public class EnvironmentsMacro extends BlockMacro {

  @Inject
  public EnvironmentsMacro(EnvironmentsBlock block, MacroKit kit) {
    super(block, kit, "environments-placeholder.png");
  }
}
