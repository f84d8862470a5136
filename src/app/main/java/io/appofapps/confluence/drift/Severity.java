package io.appofapps.confluence.drift;

/** How much a finding asks for a person, most first. */
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  /** Worth knowing; asks for nobody. */
  INFO("info");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** As it stands in parameters, JSON and CSV. */
  public String word() {
    return word;
  }

  /** The next higher one; the highest stays. */
  Severity raised() {
    return this == INFO ? WARNING : ERROR;
  }
}
