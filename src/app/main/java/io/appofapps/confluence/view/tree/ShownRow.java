package io.appofapps.confluence.view.tree;

import java.util.List;

/**
 * A row as it stands among those shown.
 *
 * @param row its facts
 * @param guides for each level above it whether the line goes on below this row; the last one is
 *     its own level
 * @param path names of the rows above it, the root first
 * @param position place among its siblings, from 1
 * @param siblings how many siblings there are, itself included
 * @param expandable whether rows below it are shown or folded
 * @param open whether the rows below it are open at first
 * @param folded whether it is hidden at first where scripting works
 */
public record ShownRow(
    ViewRow row,
    List<Boolean> guides,
    List<String> path,
    int position,
    int siblings,
    boolean expandable,
    boolean open,
    boolean folded) {

  public ShownRow {
    guides = List.copyOf(guides);
    path = List.copyOf(path);
  }
}
