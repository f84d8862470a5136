package com.atlassian.activeobjects.external;

/** The host's implementation: a number, 0 for what has never been upgraded. */
public final class ModelVersion implements Comparable<ModelVersion> {

  private final int number;

  private ModelVersion(int number) {
    this.number = number;
  }

  /** The version of that number; null is 0. */
  public static ModelVersion valueOf(String s) {
    return new ModelVersion(s == null ? 0 : Integer.parseInt(s));
  }

  public boolean isOlderThan(ModelVersion mv) {
    return compareTo(mv) < 0;
  }

  public boolean isNewerThan(ModelVersion mv) {
    return compareTo(mv) > 0;
  }

  public boolean isSame(ModelVersion mv) {
    return compareTo(mv) == 0;
  }

  @Override
  public int compareTo(ModelVersion mv) {
    return Integer.compare(number, mv.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelVersion version && version.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
