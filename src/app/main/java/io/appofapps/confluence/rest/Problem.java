package io.appofapps.confluence.rest;

import io.appofapps.confluence.configuration.FieldError;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as REST tells it: {@code application/problem+json} of RFC 9457 with {@code type}, {@code
 * title}, {@code status}, {@code detail}, and where there is more to say {@code action} (what to
 * do), {@code kind} (a word for programs) and {@code errors} ({@code field}, {@code message}).
 */
final class Problem {

  static final String TYPE = "application/problem+json";

  private Problem() {}

  /**
   * The answer.
   *
   * @param detail what is the matter, for people; no secret, nothing of the inside
   */
  static Response of(int status, String detail) {
    return of(status, detail, "");
  }

  /** The answer, with what to do. */
  static Response of(int status, String detail, String action) {
    return of(status, detail, action, "");
  }

  /**
   * The answer, with what to do.
   *
   * @param kind a word for programs, empty where the status says enough
   */
  static Response of(int status, String detail, String action, String kind) {
    return answer(status, detail, action, kind, List.of());
  }

  /** 400 for fields that are wrong. */
  static Response invalid(List<FieldError> errors) {
    return answer(400, "Some fields are wrong; nothing was changed.", "", "", errors);
  }

  private static Response answer(
      int status, String detail, String action, String kind, List<FieldError> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title(status));
    body.put("status", status);
    body.put("detail", detail);
    if (!action.isEmpty()) {
      body.put("action", action);
    }
    if (!kind.isEmpty()) {
      body.put("kind", kind);
    }
    if (!errors.isEmpty()) {
      body.put("errors", errors.stream().map(Problem::shape).toList());
    }
    return Json.of(status, body, TYPE);
  }

  /** The phrase of HTTP, as RFC 9457 wants it of the type {@code about:blank}. */
  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "HTTP " + status : known.getReasonPhrase();
  }

  private static Map<String, String> shape(FieldError error) {
    Map<String, String> shape = new LinkedHashMap<>();
    shape.put("field", error.field());
    shape.put("message", error.message());
    return shape;
  }
}
