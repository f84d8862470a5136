package io.appofapps.confluence.configuration;

/** Somebody else has changed the configuration in between. */
public final class VersionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param expected version the change was made on
   * @param found version that holds
   */
  public VersionConflictException(long expected, long found) {
    super(
        "The configuration was changed meanwhile (version "
            + found
            + ", not "
            + expected
            + "); read it again and repeat the change");
  }
}
