package io.appofapps.confluence.cluster;

import java.util.List;
import java.util.Optional;

/** The bearer tokens of one sign-in; asked for each request, so that they change under a client. */
interface BearerTokens {

  /** For sign-ins without a token. */
  BearerTokens NONE =
      new BearerTokens() {
        @Override
        public Optional<String> current() {
          return Optional.empty();
        }

        @Override
        public Optional<String> refused(String token) {
          return Optional.empty();
        }
      };

  /**
   * The token to send now, empty for none.
   *
   * @throws NoTokenException when there should be one but it cannot be had
   */
  Optional<String> current();

  /**
   * Takes note that the server refused a token (401).
   *
   * @return another one to try at once
   */
  Optional<String> refused(String token);

  /** What an administrator should know of the tokens, as sentences without secrets. */
  default List<String> notices() {
    return List.of();
  }

  /** A token that cannot be had; the message is for people, without secrets. */
  final class NoTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoTokenException(String message) {
      super(message);
    }
  }
}
