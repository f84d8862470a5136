package io.appofapps.confluence.git;

import java.io.IOException;

/** A session could not be had. The message is the kind only: hosts choose theirs. */
final class SshException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  SshException(Kind kind, Throwable cause) {
    super(kind.name(), cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** What went wrong. */
  enum Kind {
    /** The private key, or its passphrase, cannot be used. */
    KEY,
    /** The host has another key than the known one, or none is known. */
    HOST_KEY,
    /** The host does not accept the key. */
    SIGN_IN,
    /** There is no connection; the cause says why. */
    CONNECTION
  }
}
