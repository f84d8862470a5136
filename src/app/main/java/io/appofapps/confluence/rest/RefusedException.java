package io.appofapps.confluence.rest;

/** A request that is not answered, with the status and a sentence for the person. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param message what is the matter; no secret, nothing of the inside
   */
  RefusedException(int status, String message) {
    this(status, message, null);
  }

  RefusedException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}
