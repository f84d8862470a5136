package io.appofapps.confluence.cluster;

import java.util.List;
import java.util.Optional;

/**
 * One token, or two that are live at once so that they can be rotated without a gap. The one that
 * worked last is sent first; when the server refuses it, the other is.
 */
final class TokenPair implements BearerTokens {

  private List<String> tokens;
  private int preferred;
  private boolean otherRefused;

  /**
   * @param tokens one or two
   */
  TokenPair(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** Puts other tokens in place; requests under way keep theirs. */
  synchronized void replace(List<String> newest) {
    if (!tokens.equals(newest)) {
      String working = tokens.get(preferred);
      tokens = List.copyOf(newest);
      preferred = Math.max(0, tokens.indexOf(working));
      otherRefused = false;
    }
  }

  @Override
  public synchronized Optional<String> current() {
    return Optional.of(tokens.get(preferred));
  }

  @Override
  public synchronized Optional<String> refused(String token) {
    if (tokens.size() < 2) {
      return Optional.empty();
    }
    if (token.equals(tokens.get(preferred))) {
      preferred = 1 - preferred;
      otherRefused = true;
    }
    return Optional.of(tokens.get(preferred)).filter(other -> !other.equals(token));
  }

  @Override
  public synchronized List<String> notices() {
    return otherRefused
        ? List.of(
            preferred == 0
                ? "The API server refused the second token (401); the first one is in use."
                : "The API server refused the first token (401); the second one is in use.")
        : List.of();
  }
}
