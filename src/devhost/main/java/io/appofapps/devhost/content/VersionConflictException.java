package io.appofapps.devhost.content;

/** Somebody saved the page since the edit began; nothing was overwritten. */
public final class VersionConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Page current;

  public VersionConflictException(Page current, int expected) {
    super(
        "Page %d has version %d, the edit began at version %d"
            .formatted(current.id(), current.version(), expected));
    this.current = current;
  }

  /** The page as the other person saved it. */
  public Page current() {
    return current;
  }
}
