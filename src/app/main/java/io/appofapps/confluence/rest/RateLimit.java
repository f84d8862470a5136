package io.appofapps.confluence.rest;

import io.appofapps.confluence.allowance.Allowance;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Requests within an {@link Allowance}. */
final class RateLimit {

  private static final int RETRY_AFTER_SECONDS = 5;

  private RateLimit() {}

  /** The work's answer, or the other one when the caller asks too much. */
  static Response within(
      Allowance allowance,
      String caller,
      int perMinute,
      Supplier<Response> work,
      Supplier<Response> otherwise) {
    if (!allowance.begin(caller, perMinute)) {
      return otherwise.get();
    }
    try {
      return work.get();
    } finally {
      allowance.end(caller);
    }
  }

  /**
   * 429 with {@code Retry-After}.
   *
   * @param detail what is the matter and what to do, for people
   */
  static Response tooMany(String detail) {
    return Response.fromResponse(Problem.of(429, detail))
        .header("Retry-After", RETRY_AFTER_SECONDS)
        .build();
  }
}
