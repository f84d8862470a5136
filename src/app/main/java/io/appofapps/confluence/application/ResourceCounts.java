package io.appofapps.confluence.application;

/**
 * The resources of an Application by their sync status, from {@code status.resources}.
 *
 * @param total all entries, hooks included
 * @param outOfSync entries whose status is OutOfSync
 * @param requiresPruning entries live in the cluster but gone from Git
 */
public record ResourceCounts(int total, int outOfSync, int requiresPruning) {

  /** No resources known. */
  public static final ResourceCounts NONE = new ResourceCounts(0, 0, 0);
}
