package io.appofapps.confluence.rest;

import io.appofapps.confluence.allowance.Allowance;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Requests within an {@link Allowance}. */
final class RateLimit {

  private static final int RETRY_AFTER_SECONDS = 5;

  private RateLimit() {}

  /**
   * The work's answer, or 429 with {@code Retry-After} when the caller asks too much.
   *
   * @param refusal what is the matter and what to do, for people
   */
  static Response within(
      Allowance allowance, String caller, int perMinute, String refusal, Supplier<Response> work) {
    if (!allowance.begin(caller, perMinute)) {
      return Response.fromResponse(Problem.of(429, refusal))
          .header("Retry-After", RETRY_AFTER_SECONDS)
          .build();
    }
    try {
      return work.get();
    } finally {
      allowance.end(caller);
    }
  }
}
