package io.appofapps.devhost.content;

/** Where a page is. */
public enum PageStatus {
  /** In its space, for everybody who may see it. */
  CURRENT,
  /** In the bin, without a place in the tree; its title is free again. */
  TRASHED
}
