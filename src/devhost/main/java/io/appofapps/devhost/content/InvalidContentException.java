package io.appofapps.devhost.content;

/** What was to be saved cannot be saved; the message is for the person who tried. */
public final class InvalidContentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidContentException(String message) {
    super(message);
  }
}
