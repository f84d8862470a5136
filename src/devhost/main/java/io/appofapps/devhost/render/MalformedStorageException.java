package io.appofapps.devhost.render;

/** A body that is not well-formed storage format; the message says where. */
public final class MalformedStorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  public MalformedStorageException(int line, String message, Throwable cause) {
    super("Line " + line + ": " + message, cause);
    this.line = line;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }
}
