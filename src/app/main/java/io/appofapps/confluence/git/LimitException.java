package io.appofapps.confluence.git;

import java.io.IOException;

/** A repository has, or takes, more than it may. */
final class LimitException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Limit limit;

  LimitException(Limit limit) {
    super(limit.name());
    this.limit = limit;
  }

  Limit limit() {
    return limit;
  }

  /** What is limited. */
  enum Limit {
    BYTES,
    SECONDS,
    FILES,
    FILE_SIZE
  }
}
