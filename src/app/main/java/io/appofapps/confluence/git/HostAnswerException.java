package io.appofapps.confluence.git;

import java.io.IOException;

/** A Git host answered, but not with what was asked for. */
final class HostAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String words;

  /**
   * @param status of HTTP
   */
  HostAnswerException(int status) {
    this(status, "");
  }

  /**
   * @param status of HTTP
   * @param words of the host, untrusted, may be empty
   */
  HostAnswerException(int status, String words) {
    super("HTTP " + status);
    this.status = status;
    this.words = words;
  }

  /** Of HTTP. */
  int status() {
    return status;
  }

  /** What the host says about it, untrusted, may be empty. */
  String words() {
    return words;
  }
}
