package io.appofapps.confluence.docs.storage;

/** A text that is not the storage format, or more of it than is read. */
public class UnreadableStorageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int position;

  UnreadableStorageException(Reason reason, int position) {
    super(reason + " at " + position);
    this.reason = reason;
    this.position = position;
  }

  /** Why it cannot be read. */
  public enum Reason {
    /** Tags do not match, a quote is not closed and the like. */
    MALFORMED,
    /** A document type or a processing instruction, which no page has. */
    FORBIDDEN,
    /** More characters or elements than are read. */
    TOO_LARGE,
    /** Elements in elements beyond what is read. */
    TOO_DEEP
  }

  public Reason reason() {
    return reason;
  }

  /** Index of the char at which reading ended. */
  public int position() {
    return position;
  }
}
