package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers for how long a busy server asks to be left alone: the seconds of {@code Retry-After},
 * which Kubernetes sends with 429. It holds for the whole connection, so every watcher waits.
 */
final class RetryAfter implements Interceptor {

  static final String NAME = "APP_OF_APPS_RETRY_AFTER";

  /** A server that asks for more is asked again all the same. */
  private static final long MOST_SECONDS = 120;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private volatile Optional<Long> until = Optional.empty();

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() == TOO_MANY_REQUESTS || response.code() == UNAVAILABLE) {
      seconds(response.headers("Retry-After"))
          .ifPresent(
              seconds ->
                  until = Optional.of(System.nanoTime() + Duration.ofSeconds(seconds).toNanos()));
    }
    return CompletableFuture.completedFuture(false);
  }

  /** What is left of the time the server asked for, zero when there is none. */
  Duration remaining() {
    return until
        .map(moment -> Duration.ofNanos(moment - System.nanoTime()))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  /** Kubernetes sends seconds, never a date. */
  private static Optional<Long> seconds(List<String> values) {
    return values.stream()
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,9}"))
        .findFirst()
        .map(value -> Math.min(MOST_SECONDS, Long.parseLong(value)));
  }
}
