package io.appofapps.confluence.promotion.rows;

import java.util.Optional;

/** Somebody else, here or on another node, has changed the promotion since it was read. */
public final class OvertakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Stored> current;

  OvertakenException(Optional<Stored> current) {
    super(
        current
            .map(stored -> "The promotion is " + stored.promotion().state().word() + " by now")
            .orElse("The promotion is no longer there"));
    this.current = current;
  }

  /** How it stands now. */
  public Optional<Stored> current() {
    return current == null ? Optional.empty() : current;
  }
}
