package io.appofapps.confluence.git;

import java.util.Optional;

/** Looks for what is behind an exception of JGit. */
final class Causes {

  private static final int DEEPEST = 10;

  private Causes() {}

  /** The outermost of that type: the exception itself or one behind it. */
  static <T extends Throwable> Optional<T> of(Throwable thrown, Class<T> type) {
    Throwable each = thrown;
    for (int i = 0; i < DEEPEST && each != null; i++, each = each.getCause()) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }

  /** What it is and what is behind it, by type only: servers choose their messages. */
  static String kinds(Throwable thrown) {
    StringBuilder kinds = new StringBuilder(thrown.getClass().getSimpleName());
    Throwable cause = thrown.getCause();
    for (int i = 0; i < DEEPEST && cause != null; i++, cause = cause.getCause()) {
      kinds.append(" < ").append(cause.getClass().getSimpleName());
    }
    return kinds.toString();
  }
}
