package com.atlassian.activeobjects.external;

/**
 * Evidence: valueOf called by public apps compiled against Confluence 10.0.1; kind and comparisons
 * from the public implementation of the plugin with cluster locks (8.x line).
 */
public final class ModelVersion implements Comparable<ModelVersion> {
  private ModelVersion() {}

  public static ModelVersion valueOf(String s) {
    throw new AssertionError("declaration only");
  }

  public boolean isOlderThan(ModelVersion mv) {
    throw new AssertionError("declaration only");
  }

  public boolean isNewerThan(ModelVersion mv) {
    throw new AssertionError("declaration only");
  }

  public boolean isSame(ModelVersion mv) {
    throw new AssertionError("declaration only");
  }

  @Override
  public int compareTo(ModelVersion mv) {
    throw new AssertionError("declaration only");
  }
}
