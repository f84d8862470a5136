package io.appofapps.confluence.git;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLException;

/** How fetches from Git repositories have ended on this node since the app started. */
public final class FetchFigures {

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  FetchFigures() {}

  /** How a fetch ended. */
  public enum Outcome {
    OK,
    /** The name of the host cannot be resolved. */
    DNS,
    TLS,
    /** No answer in time. */
    TIMEOUT,
    /** The host wants another sign-in, or the token is not there: 401, 403. */
    UNAUTHORIZED,
    /** 404, 410. */
    NOT_FOUND,
    /** Any other status of HTTP. */
    STATUS,
    /** More than a repository may have. */
    LIMIT,
    OTHER;

    static Outcome of(Exception thrown) {
      if (thrown instanceof Remote.NoTokenException) {
        return UNAUTHORIZED;
      }
      var answer = Causes.of(thrown, HostAnswerException.class);
      if (answer.isPresent()) {
        return switch (answer.get().status()) {
          case 401, 403, 407 -> UNAUTHORIZED;
          case 404, 410 -> NOT_FOUND;
          default -> STATUS;
        };
      }
      if (Causes.of(thrown, LimitException.class).isPresent()) {
        return LIMIT;
      }
      if (Causes.of(thrown, UnknownHostException.class).isPresent()) {
        return DNS;
      }
      if (Causes.of(thrown, SSLException.class).isPresent()) {
        return TLS;
      }
      return Causes.of(thrown, SocketTimeoutException.class).isPresent() ? TIMEOUT : OTHER;
    }
  }

  synchronized void count(Outcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }

  /** The counts of this moment; what never happened is not in it. */
  public synchronized Map<Outcome, Long> counts() {
    return Map.copyOf(counts);
  }
}
