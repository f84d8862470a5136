package io.appofapps.confluence.git;

import java.io.IOException;

/** A Git host answered, but not with what was asked for. */
final class HostAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of HTTP
   */
  HostAnswerException(int status) {
    super("HTTP " + status);
    this.status = status;
  }

  /** Of HTTP. */
  int status() {
    return status;
  }
}
