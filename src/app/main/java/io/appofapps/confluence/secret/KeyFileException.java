package io.appofapps.confluence.secret;

/** The key file cannot be used; the message says why, without any key. */
public final class KeyFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyFileException(String message) {
    super(message);
  }
}
