package io.appofapps.confluence.macro;

import io.appofapps.confluence.view.tree.TreeBlock;
import jakarta.inject.Inject;

/** {@code aoa-tree}: the deployment tree of a set. */
public class TreeMacro extends BlockMacro {

  @Inject
  public TreeMacro(TreeBlock block, MacroKit kit) {
    super(block, kit, "tree-placeholder.png");
  }
}
