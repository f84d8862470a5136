package io.appofapps.confluence.cluster;

/** Settings that make no connection; the message is for people, without secrets. */
final class UnusableConnectionException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableConnectionException(String message) {
    super(message);
  }
}
