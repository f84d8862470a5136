package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The request that the thread works on, for services whose methods take no request. */
public final class CurrentRequest {

  private static final ThreadLocal<HttpServletRequest> CURRENT = new ThreadLocal<>();

  private CurrentRequest() {}

  /** Empty outside a request, for instance in a scheduled job. */
  public static Optional<HttpServletRequest> get() {
    return Optional.ofNullable(CURRENT.get());
  }

  static void set(HttpServletRequest request) {
    CURRENT.set(request);
  }

  static void clear() {
    CURRENT.remove();
  }
}
